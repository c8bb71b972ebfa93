package org.ringbook.render.page;

/**
 * A step on the way from the home page to a page.
 *
 * @param title plain text
 * @param url of the step, or an empty string where it has no page
 */
public record Crumb(String title, String url) {}
