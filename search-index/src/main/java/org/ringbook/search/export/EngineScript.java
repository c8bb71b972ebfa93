package org.ringbook.search.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * The engine as it travels: without its comments and indentation, which are a quarter of its bytes.
 * It relies on the engine's own style: a comment stands on lines of its own, and no string goes
 * over the end of a line.
 */
final class EngineScript {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^[ ]*/\\*.*?\\*/[ ]*\\n");
  private static final Pattern LINE = Pattern.compile("(?m)^[ ]*//.*\\n");
  private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\n]+");

  private EngineScript() {}

  static byte[] without(byte[] source) {
    String bare = BLOCK.matcher(new String(source, UTF_8)).replaceAll("");
    bare = LINE.matcher(bare).replaceAll("");
    return INDENTATION.matcher(bare).replaceAll("").getBytes(UTF_8);
  }
}
