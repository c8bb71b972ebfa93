package org.ringbook.render.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a plain sentence.
 *
 * @param text without marks
 * @param code whether it stood between backticks
 */
public record Span(String text, boolean code) {

  /** Cuts a sentence at its backticks; one without a partner is a character like any other. */
  public static List<Span> parse(String sentence) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (int open = sentence.indexOf('`'); open >= 0; open = sentence.indexOf('`', at)) {
      int close = sentence.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      add(spans, sentence.substring(at, open), false);
      add(spans, sentence.substring(open + 1, close), true);
      at = close + 1;
    }
    add(spans, sentence.substring(at), false);
    return spans;
  }

  /** The sentence without its marks. */
  public static String plain(String sentence) {
    StringBuilder plain = new StringBuilder();
    parse(sentence).forEach(span -> plain.append(span.text));
    return plain.toString();
  }

  private static void add(List<Span> spans, String text, boolean code) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, code));
    }
  }
}
