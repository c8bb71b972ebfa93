package org.ringbook.render.page;

/**
 * A way into the handbook from its home page.
 *
 * @param title a verb, such as {@code Read}
 * @param text what a reader gets behind it
 * @param step the first step: the words of the link or the command to type
 * @param command whether the step is a command to type; it then gets a copy button
 * @param url where the step leads
 */
public record Door(String title, String text, String step, boolean command, String url) {}
