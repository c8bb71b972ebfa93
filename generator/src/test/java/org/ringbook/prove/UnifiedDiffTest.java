package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

  @Test
  void a_changed_line_is_shown_with_three_lines_around_it() {
    String diff = UnifiedDiff.of("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\n4\nfive\n6\n7\n", "a", "b");
    assertEquals("--- a\n+++ b\n@@ -2,6 +2,6 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7", diff);
  }

  @Test
  void a_line_without_an_end_is_told_from_one_with() {
    String diff = UnifiedDiff.of("x\n", "x", "a", "b");
    assertTrue(diff.endsWith("-x\n+x\n\\ No newline at end of file"), diff);
  }

  @Test
  void a_long_text_is_cut_and_says_so() {
    assertEquals("1\n2\n… and 3 more lines", UnifiedDiff.head("1\n2\n3\n4\n5", 2));
  }

  @Property
  void applying_the_diff_to_the_old_text_gives_the_new_one(
      @ForAll("texts") String before, @ForAll("texts") String after) {
    assertEquals(after, apply(UnifiedDiff.of(before, after, "a", "b"), before));
  }

  @Property
  void no_line_is_both_removed_and_added_when_the_texts_are_equal(@ForAll("texts") String text) {
    assertEquals("", UnifiedDiff.of(text, text, "a", "b"));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line = Arbitraries.of("a", "b", "c", "", "@@", "-x");
    Arbitrary<String> end = Arbitraries.of("", "\n");
    return line.list()
        .ofMaxSize(25)
        .flatMap(lines -> end.map(last -> String.join("\n", lines) + last));
  }

  /** As the patch tool does it: trusts the line numbers of the hunks, checks what it replaces. */
  private static String apply(String diff, String before) {
    List<String> old = before.isEmpty() ? List.of() : List.of(before.split("(?<=\n)", -1));
    List<String> result = new ArrayList<>();
    int at = 0;
    List<String> lines = diff.lines().skip(2).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean unended = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
      String text = line.isEmpty() ? "" : line.substring(1) + (unended ? "" : "\n");
      char mark = line.charAt(0);
      if (mark == '@') {
        MatchResult hunk = HUNK.matcher(line).results().findFirst().orElseThrow();
        boolean empty = hunk.group(2).equals("0");
        int start = Integer.parseInt(hunk.group(1)) - (empty ? 0 : 1);
        while (at < start) {
          result.add(old.get(at++));
        }
      } else if (mark == '+') {
        result.add(text);
      } else if (mark != '\\') {
        assertEquals(old.get(at), text);
        at++;
        if (mark == ' ') {
          result.add(text);
        }
      }
    }
    while (at < old.size()) {
      result.add(old.get(at++));
    }
    return String.join("", result);
  }
}
