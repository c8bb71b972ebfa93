/** The code that the book explains. */
module core {}
