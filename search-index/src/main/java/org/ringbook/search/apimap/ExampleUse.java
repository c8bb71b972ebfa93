package org.ringbook.search.apimap;

/**
 * A concept says that an example shows it; whether there is such an example, the book knows.
 *
 * @param example id of the example
 * @param file of the map's folder
 * @param line 1-based
 */
public record ExampleUse(String example, String file, int line) {}
