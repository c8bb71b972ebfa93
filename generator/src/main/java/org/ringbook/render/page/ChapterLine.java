package org.ringbook.render.page;

/**
 * A chapter in the contents of its volume.
 *
 * @param number as printed
 * @param title plain text
 * @param url of its page
 * @param lead its first sentence as plain text, or an empty string
 */
public record ChapterLine(String number, String title, String url, String lead) {}
