package org.ringbook.prove.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringbook.model.Judgement.Bugs;
import org.ringbook.model.Judgement.Pass;

/**
 * What a judge recorded: tab-separated values with the names of {@link #COLUMNS} in the first line,
 * and a line for each file of each program that passed. A line with 0 tests of 0 says of a file
 * that nothing passed it because none of its tests could be run here, and names what they lack in
 * the place of what they ran on.
 *
 * @param lines by file, relative to the judge's root
 */
record JudgeRecord(Map<String, List<Line>> lines) {

  static final List<String> COLUMNS =
      List.of(
          "file",
          "sha256",
          "program",
          "compiler",
          "flags",
          "on",
          "passed",
          "tests",
          "bugs",
          "caught",
          "planted");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  JudgeRecord {
    lines = Map.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param sha256 of the file that was judged, 64 hexadecimal digits
   * @param pass with 0 tests if nothing could be run
   */
  record Line(String sha256, Pass pass) {
    boolean wasRun() {
      return pass.tests() > 0;
    }
  }

  /** What is said of a file; nothing if no program that contains it passed. */
  List<Line> of(String file) {
    return lines.getOrDefault(file, List.of());
  }

  static JudgeRecord parse(String text) throws MalformedRecordException {
    List<String> written = text.lines().toList();
    if (written.isEmpty() || !written.getFirst().equals(String.join("\t", COLUMNS))) {
      throw new MalformedRecordException(
          1, "the first line must name the columns: " + String.join(", ", COLUMNS));
    }
    Map<String, List<Line>> lines = new HashMap<>();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 1; i < written.size(); i++) {
      String[] cells = written.get(i).split("\t", -1);
      Line line = line(cells, i + 1);
      if (!seen.add(List.of(cells[0], cells[2]))) {
        throw new MalformedRecordException(
            i + 1, cells[0] + " is a part of " + cells[2] + " twice");
      }
      lines.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(line);
    }
    lines.replaceAll((_, all) -> List.copyOf(all));
    return new JudgeRecord(lines);
  }

  private static Line line(String[] cells, int number) throws MalformedRecordException {
    if (cells.length != COLUMNS.size()) {
      throw new MalformedRecordException(
          number, cells.length + " cells, not " + COLUMNS.size() + ", one for each column");
    }
    for (int column : new int[] {0, 2, 5}) {
      if (cells[column].isBlank()) {
        throw new MalformedRecordException(number, COLUMNS.get(column) + " is empty");
      }
    }
    if (!SHA256.matcher(cells[1]).matches()) {
      throw new MalformedRecordException(number, "no SHA-256: " + cells[1]);
    }
    int passed = count(cells, 6, number);
    if (passed != count(cells, 7, number)) {
      throw new MalformedRecordException(
          number, "a program passes all of its tests, not " + passed + " of " + cells[7]);
    }
    return new Line(
        cells[1], new Pass(cells[2], cells[3], cells[4], cells[5], passed, bugs(cells, number)));
  }

  private static Bugs bugs(String[] cells, int number) throws MalformedRecordException {
    if (cells[8].isEmpty() && cells[9].isEmpty() && cells[10].isEmpty()) {
      return Bugs.NONE;
    }
    int caught = count(cells, 9, number);
    int planted = count(cells, 10, number);
    if (cells[8].isBlank() || caught > planted || planted == 0) {
      throw new MalformedRecordException(
          number, "of " + planted + " bugs of '" + cells[8] + "' " + caught + " were caught");
    }
    return new Bugs(cells[8], caught, planted);
  }

  private static int count(String[] cells, int column, int number) throws MalformedRecordException {
    if (!COUNT.matcher(cells[column]).matches()) {
      throw new MalformedRecordException(
          number, COLUMNS.get(column) + " is no number: " + cells[column]);
    }
    return Integer.parseInt(cells[column]);
  }
}
