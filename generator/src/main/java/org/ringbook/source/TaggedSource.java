package org.ringbook.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file with named regions, marked by lines that hold {@code tag::name[]} and {@code
 * end::name[]} in a comment, as in Asciidoctor. Regions may nest.
 *
 * @param regions by name, in order of their first line
 * @param body the whole text without the lines that mark regions
 * @param faults what is wrong with the marks
 */
public record TaggedSource(SequencedMap<String, Region> regions, String body, List<Fault> faults) {

  private static final Pattern MARK = Pattern.compile("\\b(tag|end)::([\\w.-]+)\\[\\]");

  public TaggedSource {
    regions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(regions));
    faults = List.copyOf(faults);
  }

  /**
   * One region.
   *
   * @param line 1-based line of its opening mark
   * @param text its lines without marks and without their common indentation
   */
  public record Region(int line, String text) {}

  /**
   * A mark that is out of order.
   *
   * @param code {@code duplicate-tag}, {@code unclosed-tag} or {@code unopened-tag}
   * @param tag the region's name
   * @param line 1-based
   */
  public record Fault(String code, String tag, int line) {}

  /** Reads the regions of a file's text. */
  public static TaggedSource of(String text) {
    var scan = new Scan();
    int number = 0;
    for (String line : text.lines().toList()) {
      scan.line(++number, line);
    }
    return scan.finish();
  }

  /** Lines joined, without the indentation that all of them share. */
  static String unindented(List<String> lines) {
    return stripBlankEnds(String.join("\n", lines).stripIndent());
  }

  private static String stripBlankEnds(String text) {
    return text.replaceFirst("\\A(?:[ \\t]*\\n)+", "").stripTrailing();
  }

  private static final class Scan {
    private final Map<String, Integer> opened = new LinkedHashMap<>();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, Integer> firstLines = new LinkedHashMap<>();
    private final List<String> body = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    void line(int number, String line) {
      Matcher mark = MARK.matcher(line);
      if (!mark.find()) {
        body.add(line);
        opened
            .keySet()
            .forEach(tag -> lines.computeIfAbsent(tag, t -> new ArrayList<>()).add(line));
      } else if (mark.group(1).equals("tag")) {
        open(mark.group(2), number);
      } else if (opened.remove(mark.group(2)) == null && !firstLines.containsKey(mark.group(2))) {
        faults.add(new Fault("unopened-tag", mark.group(2), number));
      }
    }

    private void open(String tag, int number) {
      if (firstLines.putIfAbsent(tag, number) != null) {
        faults.add(new Fault("duplicate-tag", tag, number));
        return;
      }
      opened.put(tag, number);
      lines.put(tag, new ArrayList<>());
    }

    TaggedSource finish() {
      opened.forEach((tag, line) -> faults.add(new Fault("unclosed-tag", tag, line)));
      SequencedMap<String, Region> regions = new LinkedHashMap<>();
      lines.forEach(
          (tag, text) ->
              regions.put(tag, new Region(firstLines.getOrDefault(tag, 0), unindented(text))));
      return new TaggedSource(regions, stripBlankEnds(String.join("\n", body)), faults);
    }
  }
}
