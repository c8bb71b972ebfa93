package org.ringbook.render.page;

import java.util.List;

/**
 * One mistake in the list.
 *
 * @param id its anchor
 * @param said what one reads elsewhere
 * @param right the fact
 * @param source where it was looked up
 * @param shown what shows it in this book
 */
public record MistakeLine(
    String id, List<Span> said, List<Span> right, List<Span> source, List<Link> shown) {
  public MistakeLine {
    said = List.copyOf(said);
    right = List.copyOf(right);
    source = List.copyOf(source);
    shown = List.copyOf(shown);
  }
}
