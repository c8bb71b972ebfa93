package org.ringbook.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * The lines of a file and the regions that {@code // tag::x[]} and {@code // end::x[]} mark in it.
 *
 * @param lines all of them
 * @param regions by tag, in order of their starts
 */
record TaggedSource(List<String> lines, Map<String, Region> regions) {

  private static final Pattern MARK = Pattern.compile("\\s*//\\s*(tag|end)::([\\w.-]+)\\[]\\s*");

  /**
   * A marked part.
   *
   * @param start line of the start mark, 1-based
   * @param text the lines without marks and common indentation
   */
  record Region(int start, String text) {}

  /** Reads the marks, and reports those that don't pair. */
  static TaggedSource of(String file, List<String> lines, Problems problems) {
    Marks marks = new Marks(file, lines, problems);
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.matches() && mark.group(1).equals("tag")) {
        marks.open(mark.group(2), i + 1);
      } else if (mark.matches()) {
        marks.close(mark.group(2), i + 1);
      }
    }
    marks.end();
    return new TaggedSource(List.copyOf(lines), marks.regions);
  }

  /** The text of each region by its tag. */
  Map<String, String> texts() {
    return regions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
  }

  /** What the reader of the whole file needs: no header, no marks, no leading blank lines. */
  String body() {
    List<String> shown = new ArrayList<>(lines);
    shown.removeIf(line -> ExampleHeader.isHeaderLine(line) || isMark(line));
    while (!shown.isEmpty() && shown.getFirst().isBlank()) {
      shown.removeFirst();
    }
    return String.join("\n", shown).stripTrailing() + "\n";
  }

  private static boolean isMark(String line) {
    return MARK.matcher(line).matches();
  }

  private static String dedent(List<String> lines) {
    String text = lines.stream().filter(line -> !isMark(line)).collect(Collectors.joining("\n"));
    return text.stripIndent().stripTrailing() + "\n";
  }

  /** Pairs the marks while the file is read. */
  private static final class Marks {

    private final String file;
    private final List<String> lines;
    private final Problems problems;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();

    Marks(String file, List<String> lines, Problems problems) {
      this.file = file;
      this.lines = lines;
      this.problems = problems;
    }

    void open(String tag, int line) {
      if (regions.containsKey(tag) || open.putIfAbsent(tag, line) != null) {
        report("duplicate-tag", line, "tag " + tag + " is here twice", "a tag marks one region");
      }
    }

    void close(String tag, int line) {
      Integer start = open.remove(tag);
      if (start != null) {
        regions.put(tag, new Region(start, dedent(lines.subList(start, line - 1))));
      } else if (!regions.containsKey(tag)) {
        report(
            "unopened-tag",
            line,
            "end::" + tag + "[] ends nothing",
            "start it: // tag::" + tag + "[]");
      }
    }

    void end() {
      open.forEach(
          (tag, line) ->
              report(
                  "unclosed-tag",
                  line,
                  "tag " + tag + " has no end",
                  "end it: // end::" + tag + "[]"));
    }

    private void report(String code, int line, String title, String hint) {
      problems.error(code, new Place(file, line), title, hint);
    }
  }
}
