package org.ringbook.render.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the card beside a kernel name shows, as scripts that a page may load from a disk too: one
 * for each group, which adds its concepts to {@code RingbookCards} by their ids.
 */
public final class CardScript {

  private CardScript() {}

  /** The scripts by their address. */
  public static SortedMap<String, byte[]> files(ConceptMap map) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (ConceptGroup group : map.groups()) {
      files.put(ConceptAddress.cards(group.id()), script(group).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static String script(ConceptGroup group) {
    String cards =
        group.concepts().stream()
            .map(concept -> quoted(concept.id()) + ":" + card(concept))
            .collect(Collectors.joining(",\n", "{\n", "\n}"));
    return "Object.assign(window.RingbookCards = window.RingbookCards || {}, " + cards + ");\n";
  }

  private static String card(ConceptEntry concept) {
    return "{\"title\":"
        + quoted(concept.title())
        + ",\"relation\":"
        + quoted(concept.relation().title())
        + ",\"bites\":"
        + quoted(concept.words().bites())
        + ",\"calls\":"
        + array(concept.columns().stream().map(CardScript::first))
        + ",\"wrong\":"
        + array(concept.wrongNames().stream().map(CardScript::wrong))
        + "}";
  }

  /** System, its title, its first call, and how many follow. */
  private static String first(SystemColumn column) {
    List<String> names = column.usualNames();
    String first = names.isEmpty() ? "" : names.getFirst();
    return array(
        Stream.of(
            quoted(column.system().key()),
            quoted(column.system().title()),
            quoted(first),
            String.valueOf(Math.max(0, names.size() - 1))));
  }

  private static String wrong(WrongName name) {
    return array(
        Stream.of(name.anchor(), name.system().title(), name.name(), name.why())
            .map(CardScript::quoted));
  }

  private static String array(Stream<String> values) {
    return values.collect(Collectors.joining(",", "[", "]"));
  }

  /** A string of JSON that is one of JavaScript too, and never ends the element around it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
