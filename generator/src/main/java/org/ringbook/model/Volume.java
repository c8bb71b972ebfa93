package org.ringbook.model;

import java.util.List;

/**
 * One volume of the handbook.
 *
 * @param slug its folder on the site, such as {@code foundation}
 * @param number as printed in the volume list, such as {@code I}
 * @param title its name
 * @param summary one sentence
 * @param topics everything it promises to cover, in order
 * @param chapters in reading order; none while all its topics are planned
 */
public record Volume(
    String slug,
    String number,
    String title,
    String summary,
    List<Topic> topics,
    List<Chapter> chapters) {

  public Volume {
    topics = List.copyOf(topics);
    chapters = List.copyOf(chapters);
  }
}
