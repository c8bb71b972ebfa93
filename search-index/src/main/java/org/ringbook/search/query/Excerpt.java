package org.ringbook.search.query;

import java.util.List;

/**
 * A passage of a document, as plain text with places to highlight: never HTML, so that nothing a
 * page or a query contains can become markup.
 *
 * @param text the passage, an ellipsis where it is cut
 * @param marks what matched: ascending, not overlapping, within the text
 */
public record Excerpt(String text, List<Mark> marks) {

  /**
   * A place in the text.
   *
   * @param start first UTF-16 code unit
   * @param end one past the last
   */
  public record Mark(int start, int end) {}

  public Excerpt {
    marks = List.copyOf(marks);
  }
}
