package org.ringbook.render.page;

/**
 * A link to a page of the site.
 *
 * @param number of the chapter as printed, or an empty string
 * @param title plain text
 * @param url of the page
 */
public record Link(String number, String title, String url) {}
