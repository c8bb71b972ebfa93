package org.ringbook.prove;

import java.util.List;
import java.util.StringJoiner;

/**
 * Prints a diff in the unified format: hunks with three kept lines around every change, each headed
 * by its line numbers in both texts.
 */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final List<LineDiff.Edit> edits;
  private final StringJoiner out = new StringJoiner("\n");

  private UnifiedDiff(List<LineDiff.Edit> edits) {
    this.edits = edits;
  }

  /** The diff from one text to the other; empty where they are equal. */
  static String of(String before, String after, String beforeName, String afterName) {
    UnifiedDiff diff = new UnifiedDiff(LineDiff.edits(before, after));
    if (diff.edits.stream().allMatch(edit -> edit.kind() == LineDiff.Kind.KEEP)) {
      return "";
    }
    diff.out.add("--- " + beforeName).add("+++ " + afterName);
    diff.hunks();
    return diff.out.toString();
  }

  /** The first lines of a text; says how many were left out. */
  static String head(String text, int most) {
    List<String> lines = text.lines().toList();
    return lines.size() <= most
        ? text
        : String.join("\n", lines.subList(0, most))
            + "\n… and "
            + (lines.size() - most)
            + " more lines";
  }

  private void hunks() {
    int before = 1;
    int after = 1;
    int at = 0;
    while (at < edits.size()) {
      int end = isNearChange(at) ? endOfHunk(at) : at;
      if (end > at) {
        hunk(edits.subList(at, end), before, after);
      }
      List<LineDiff.Edit> passed = edits.subList(at, Math.max(at + 1, end));
      before += count(passed, LineDiff.Kind.ADD);
      after += count(passed, LineDiff.Kind.REMOVE);
      at += passed.size();
    }
  }

  private int endOfHunk(int from) {
    int end = from;
    while (end < edits.size() && isNearChange(end)) {
      end++;
    }
    return end;
  }

  private boolean isNearChange(int index) {
    int from = Math.max(0, index - CONTEXT);
    int to = Math.min(edits.size(), index + CONTEXT + 1);
    return edits.subList(from, to).stream().anyMatch(edit -> edit.kind() != LineDiff.Kind.KEEP);
  }

  private void hunk(List<LineDiff.Edit> lines, int before, int after) {
    int removed = count(lines, LineDiff.Kind.ADD);
    int added = count(lines, LineDiff.Kind.REMOVE);
    out.add("@@ -" + range(before, removed) + " +" + range(after, added) + " @@");
    for (LineDiff.Edit edit : lines) {
      String line = edit.line();
      boolean ended = line.endsWith("\n");
      out.add(edit.kind().mark() + (ended ? line.substring(0, line.length() - 1) : line));
      if (!ended) {
        out.add("\\ No newline at end of file");
      }
    }
  }

  /** As the format wants it: an empty range names the line before it. */
  private static String range(int start, int count) {
    return (count == 0 ? start - 1 : start) + "," + count;
  }

  /** How many of the lines are of a text, that is, are of any kind but one. */
  private static int count(List<LineDiff.Edit> lines, LineDiff.Kind foreign) {
    return (int) lines.stream().filter(edit -> edit.kind() != foreign).count();
  }
}
