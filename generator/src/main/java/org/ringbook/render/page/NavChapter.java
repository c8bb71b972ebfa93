package org.ringbook.render.page;

/**
 * A chapter as the sidebar lists it.
 *
 * @param number as printed, such as {@code 1.3}
 * @param title plain text
 * @param url of its page
 */
public record NavChapter(String number, String title, String url) {}
