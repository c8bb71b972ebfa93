package org.ringbook.prove;

import java.util.ArrayList;
import java.util.List;

/** The fewest lines to remove and add to make one text the other: a longest common subsequence. */
final class LineDiff {

  /** Above this many pairs of lines, the differing middle is replaced as a whole. */
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Edit> edits = new ArrayList<>();

  /** What happens to a line; the mark is its first column in a diff. */
  enum Kind {
    KEEP(' '),
    REMOVE('-'),
    ADD('+');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }
  }

  /**
   * One step.
   *
   * @param kind what to do
   * @param line with its line end, if it has one
   */
  record Edit(Kind kind, String line) {}

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The steps from one text to the other, in order, kept lines included. */
  static List<Edit> edits(String before, String after) {
    LineDiff diff = new LineDiff(lines(before), lines(after));
    diff.compare();
    return List.copyOf(diff.edits);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private void compare() {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    add(Kind.KEEP, before.subList(0, head));
    middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    add(Kind.KEEP, before.subList(before.size() - tail, before.size()));
  }

  private void middle(List<String> a, List<String> b) {
    if ((long) a.size() * b.size() > MOST_PAIRS) {
      add(Kind.REMOVE, a);
      add(Kind.ADD, b);
      return;
    }
    int[][] common = common(a, b);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        add(Kind.KEEP, List.of(a.get(i)));
        i++;
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(Kind.REMOVE, List.of(a.get(i++)));
      } else {
        add(Kind.ADD, List.of(b.get(j++)));
      }
    }
  }

  /** For each pair of suffixes the length of their longest common subsequence. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void add(Kind kind, List<String> lines) {
    lines.forEach(line -> edits.add(new Edit(kind, line)));
  }
}
