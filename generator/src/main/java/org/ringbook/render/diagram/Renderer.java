package org.ringbook.render.diagram;

/** One kind of diagram: turns its text into SVG as the library writes it, not yet clean. */
interface Renderer {

  /**
   * Renders a diagram.
   *
   * @throws DiagramFault with the line, where the text cannot be drawn
   */
  String render(String text) throws DiagramFault;
}
