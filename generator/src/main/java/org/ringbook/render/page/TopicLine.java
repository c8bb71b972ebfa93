package org.ringbook.render.page;

import java.util.List;

/**
 * A topic and where it is covered.
 *
 * @param id stable name, such as {@code 1-05}
 * @param title plain text
 * @param chapters that cover it; none means that it is planned
 */
public record TopicLine(String id, String title, List<Link> chapters) {

  public TopicLine {
    chapters = List.copyOf(chapters);
  }
}
