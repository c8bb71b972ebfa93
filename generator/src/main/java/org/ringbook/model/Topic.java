package org.ringbook.model;

/**
 * One subject that the handbook promises to cover.
 *
 * @param id stable name, such as {@code 1-05}
 * @param title what it is about, in a few words
 * @param planned true while no chapter covers it and none is expected to
 */
public record Topic(String id, String title, boolean planned) {}
