package org.ringbook.search.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.stream.Collectors;

/** A script that does nothing but hand one value to the engine: no markup, nothing to evaluate. */
final class DataScript {

  private DataScript() {}

  /**
   * @param name what the engine asked for
   * @param json the value, as JSON
   */
  static byte[] of(String name, String json) {
    return ("RingbookSearch.add(" + quote(name) + "," + json + ");\n").getBytes(UTF_8);
  }

  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  static String quoteAll(Collection<String> texts) {
    return texts.stream().map(DataScript::quote).collect(Collectors.joining(",", "[", "]"));
  }
}
