package org.ringbook.render.diagram;

/** Ends the rendering of a diagram; becomes a {@link Drawing.Failure}. */
final class DiagramFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  DiagramFault(int line, String message) {
    super(message);
    this.line = line;
  }

  Drawing.Failure asFailure() {
    String message = getMessage();
    return new Drawing.Failure(line, message == null ? "cannot be drawn" : message);
  }
}
