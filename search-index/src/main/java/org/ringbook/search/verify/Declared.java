package org.ringbook.search.verify;

/**
 * A declaration in a file.
 *
 * @param name that is declared
 * @param shape how
 * @param line 1-based
 */
record Declared(String name, Shape shape, int line) {}
