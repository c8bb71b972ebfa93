package org.ringbook.mcp;

/** What a tool says instead of an answer: one or two sentences for the agent that asked. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }

  /** The sentences. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
