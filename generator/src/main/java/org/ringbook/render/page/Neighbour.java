package org.ringbook.render.page;

/**
 * The page before or after another in reading order.
 *
 * @param number as printed, or an empty string
 * @param title plain text
 * @param url of the page
 */
public record Neighbour(String number, String title, String url) {}
