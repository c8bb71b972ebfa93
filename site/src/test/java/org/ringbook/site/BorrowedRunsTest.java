package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BorrowedRunsTest {

  private static final String TWELVE =
      "One two three four five six seven eight nine ten eleven twelve.";

  private static final String CODE =
      """
      int ring_size(struct ring *r)
      {
        int n = r->tail - r->head;
        if (n < 0)
          n += r->size;
        trace("size", n);
        return n;
      }
      """;

  private final BorrowedRuns runs = new BorrowedRuns();

  @Test
  void twelve_words_in_a_row_are_a_run() {
    runs.learn("Before. " + TWELVE + " After.");
    assertEquals(
        List.of(
            new BorrowedRuns.Run(
                2, "one two three four five six seven eight nine ten eleven twelve")),
        runs.sharedWords("Our own words,\n" + TWELVE + " And ours again."));
  }

  @Test
  void eleven_words_are_none() {
    runs.learn(TWELVE);
    assertEquals(List.of(), runs.sharedWords(TWELVE.replace("twelve", "a dozen")));
    assertEquals(
        List.of(), runs.sharedWords("two three four five six seven eight nine ten eleven"));
  }

  @Test
  void case_punctuation_and_line_breaks_hide_nothing() {
    runs.learn(TWELVE);
    String disguised =
        "ONE, two; *three*\nfour -- `five` (six)\n  seven: eight/nine, ten\neleven twelve";
    assertEquals(1, runs.sharedWords(disguised).size());
  }

  @Test
  void a_longer_run_is_told_once_and_whole() {
    String longer = TWELVE.replace(".", "") + " thirteen fourteen";
    runs.learn("x " + longer + " y");
    List<BorrowedRuns.Run> found = runs.sharedWords("a " + longer + " b");
    assertEquals(1, found.size());
    assertEquals(14, found.getFirst().text().split(" ").length);
  }

  @Test
  void two_runs_are_told_apart() {
    runs.learn(TWELVE);
    assertEquals(
        List.of(1, 3),
        runs.sharedWords(TWELVE + "\nand then\n" + TWELVE).stream()
            .map(BorrowedRuns.Run::line)
            .toList());
  }

  @Test
  void six_lines_of_code_are_a_run_whatever_their_indentation() {
    runs.learn(CODE);
    List<BorrowedRuns.Run> found =
        runs.sharedLines("/* ours */\n" + CODE.indent(8).replace("{\n", "\n\n{\n"));
    assertEquals(1, found.size());
    assertEquals(2, found.getFirst().line());
  }

  @Test
  void five_lines_and_braces_are_none() {
    runs.learn(CODE);
    assertEquals(List.of(), runs.sharedLines(CODE.replace("  trace(\"size\", n);\n", "")));
  }

  @Test
  void what_was_learnt_from_two_sources_makes_no_run_across_them() {
    runs.learn("one two three four five six");
    runs.learn("seven eight nine ten eleven twelve");
    assertEquals(List.of(), runs.sharedWords(TWELVE));
  }

  @Test
  void names_of_headers_are_no_wording() {
    String headers =
        """
        #include <sys/param.h>
        #include <sys/kernel.h>
        #include <sys/module.h>
        #include <net/if.h>
        #include <net/if_var.h>
        #include <net/ethernet.h>
        #include <net/if_media.h>
        """;
    BorrowedRuns runs = new BorrowedRuns();
    runs.learn(headers);
    assertEquals(List.of(), runs.sharedWords(headers));
    assertEquals(List.of(), runs.sharedLines(headers));
  }
}
