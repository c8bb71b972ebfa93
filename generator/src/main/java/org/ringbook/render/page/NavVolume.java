package org.ringbook.render.page;

import java.util.List;

/**
 * A volume as the sidebar and the home page list it.
 *
 * @param number as printed, such as {@code I}
 * @param title its name
 * @param url of its page
 * @param summary one sentence
 * @param chapters in reading order; none while all its topics are planned
 * @param topics how many topics it promises
 * @param covered how many of them a chapter covers
 * @param examples how many proven examples its chapters show
 */
public record NavVolume(
    String number,
    String title,
    String url,
    String summary,
    List<NavChapter> chapters,
    int topics,
    int covered,
    int examples) {

  public NavVolume {
    chapters = List.copyOf(chapters);
  }
}
