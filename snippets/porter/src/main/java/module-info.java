/**
 * Reads the C of a driver as a porter does: which functions run for each packet,
 * which files they are in, what they ask of the kernel, and which types they name.
 */
module org.ringbook.porter {
  exports org.ringbook.porter;
}
