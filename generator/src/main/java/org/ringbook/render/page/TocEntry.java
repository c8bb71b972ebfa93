package org.ringbook.render.page;

/**
 * A section of a page, as the contents rail lists it.
 *
 * @param number as printed, such as {@code 1.3.2}, or an empty string
 * @param title plain text
 * @param id of its heading in the page
 */
public record TocEntry(String number, String title, String id) {}
