package org.ringbook.model;

import java.util.List;

/**
 * A section of a rendered chapter, as a reader finds it by search.
 *
 * @param url page and anchor, relative to the root of the site
 * @param title plain text, without its number
 * @param breadcrumb volume and chapter that it stands in
 * @param volume slug of the volume
 * @param topics ids of the topics that its chapter covers
 * @param text its words, without code of whole examples
 */
public record Section(
    String url, String title, String breadcrumb, String volume, List<String> topics, String text) {

  public Section {
    topics = List.copyOf(topics);
  }
}
