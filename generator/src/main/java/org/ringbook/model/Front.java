package org.ringbook.model;

import java.util.List;

/**
 * What the home page says.
 *
 * @param lead two or three sentences under the tagline
 * @param doors the ways into the handbook
 */
public record Front(String lead, List<Entrance> doors) {

  public Front {
    doors = List.copyOf(doors);
  }

  /**
   * One way in.
   *
   * @param title a verb, such as {@code Read}
   * @param text what a reader gets behind it
   * @param step the first step: the words of a link, or a command to type
   * @param command whether the step is a command
   * @param url where it leads, relative to the root of the site
   */
  public record Entrance(String title, String text, String step, boolean command, String url) {}
}
