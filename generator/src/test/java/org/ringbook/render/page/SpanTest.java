package org.ringbook.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void backticksMarkCode() {
    assertEquals(
        List.of(new Span("free ", false), new Span("m", true), new Span(" last", false)),
        Span.parse("free `m` last"));
    assertEquals(List.of(new Span("a", true), new Span("b", true)), Span.parse("`a``b`"));
  }

  @Test
  void aSingleBacktickIsACharacter() {
    assertEquals(List.of(new Span("a", true), new Span(" it`s", false)), Span.parse("`a` it`s"));
    assertEquals(List.of(), Span.parse(""));
  }

  @Property
  void nothingButMarksIsLost(@ForAll String sentence) {
    String back =
        Span.parse(sentence).stream()
            .map(span -> span.code() ? "`" + span.text() + "`" : span.text())
            .collect(Collectors.joining());
    assertEquals(sentence.replace("``", ""), back.replace("``", ""));
  }
}
