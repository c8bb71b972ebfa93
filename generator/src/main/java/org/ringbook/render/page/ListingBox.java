package org.ringbook.render.page;

/**
 * A block of code that is not an example: a part of the portable core, C, or a console session.
 *
 * @param language as a reader calls it, such as {@code Java}, {@code C} or {@code console}
 * @param caption plain text, or an empty string
 * @param origin the file it was taken from, relative to the book's root, or an empty string
 * @param code trusted HTML: the lines with tokens marked up
 * @param proof what a judge says of it
 */
public record ListingBox(
    String language, String caption, String origin, String code, ProofNote proof) {}
