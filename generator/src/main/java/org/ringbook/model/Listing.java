package org.ringbook.model;

/**
 * A block of source code in a chapter.
 *
 * @param language as the author marked it, such as {@code java}
 * @param text its lines without markup
 * @param place of the block in the AsciiDoc
 * @param origin the file that an include took it from, relative to the book's root, or an empty
 *     string where the code was typed into the chapter
 */
public record Listing(String language, String text, Place place, String origin) {}
