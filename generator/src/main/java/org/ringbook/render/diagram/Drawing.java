package org.ringbook.render.diagram;

/** What became of a diagram: a drawing, or the reason why there is none. */
public sealed interface Drawing {

  /**
   * A drawing.
   *
   * @param markup an {@code <svg>} element to put into a page
   */
  record Svg(String markup) implements Drawing {}

  /**
   * No drawing.
   *
   * @param line 1-based line in the diagram's text, or 0 where the whole of it is meant
   * @param message one sentence without a final full stop
   */
  record Failure(int line, String message) implements Drawing {}
}
