package org.ringbook.mcp;

import java.io.IOException;
import java.util.Map;

/** Something that an agent can ask for. */
interface Tool {

  /** Its name in the protocol. */
  String name();

  /** What it does, for the agent that chooses among tools. */
  String description();

  /** JSON Schema of its arguments; says their bounds. */
  Map<String, Object> schema();

  /**
   * The answer as plain text or JSON.
   *
   * @throws Refusal where the arguments make no sense, or what they ask for is not there
   * @throws IOException where the book can't be read
   */
  String call(Arguments arguments) throws Refusal, IOException, InterruptedException;
}
