package org.ringbook.prove.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Judgement.Bugs;
import org.ringbook.model.Judgement.Pass;

class JudgeRecordTest {

  private static final String HEAD = String.join("\t", JudgeRecord.COLUMNS) + "\n";
  private static final String SUM = "0123456789abcdef".repeat(4);
  private static final String GOOD =
      "a/b.c\t" + SUM + "\tsum-test\tgcc 12.2.0\t-Wall -Werror\tthe host\t7\t7\tsum\t2\t3";

  @Test
  void a_line_says_which_content_passed_as_a_part_of_what() throws Exception {
    List<JudgeRecord.Line> lines = JudgeRecord.parse(HEAD + GOOD + "\n").of("a/b.c");
    Pass pass =
        new Pass("sum-test", "gcc 12.2.0", "-Wall -Werror", "the host", 7, new Bugs("sum", 2, 3));
    assertEquals(List.of(new JudgeRecord.Line(SUM, pass)), lines);
  }

  @Test
  void a_line_without_tests_says_what_they_lack() throws Exception {
    String lacking = GOOD.replace("the host\t7\t7\tsum\t2\t3", "it\t0\t0\t\t\t");
    JudgeRecord.Line line = JudgeRecord.parse(HEAD + lacking).of("a/b.c").getFirst();
    assertFalse(line.wasRun());
    assertEquals("it", line.pass().on());
    assertTrue(JudgeRecord.parse(HEAD + GOOD).of("a/b.c").getFirst().wasRun());
  }

  @Test
  void nothing_is_said_of_other_files() throws Exception {
    assertEquals(List.of(), JudgeRecord.parse(HEAD + GOOD).of("b.c"));
    assertEquals(List.of(), JudgeRecord.parse(HEAD).of("a/b.c"));
  }

  @Test
  void what_is_wrong_is_told_with_its_line() {
    assertTold("1: the first line", "");
    assertTold("1: the first line", "name\tsha256\n");
    assertTold("2: 1 cells, not 11", HEAD + "a.c");
    assertTold("3: 1 cells, not 11", HEAD + GOOD + "\n\n");
    assertTold("3: a/b.c is a part of sum-test twice", HEAD + GOOD + "\n" + GOOD);
    assertTold("2: file is empty", HEAD + GOOD.replace("a/b.c", " "));
    assertTold("2: program is empty", HEAD + GOOD.replace("sum-test", ""));
    assertTold("2: on is empty", HEAD + GOOD.replace("the host", ""));
    assertTold("2: no SHA-256: 123", HEAD + GOOD.replace(SUM, "123"));
    assertTold("2: no SHA-256: FFFF", HEAD + GOOD.replace(SUM, "F".repeat(64)));
    assertTold("2: passed is no number", HEAD + GOOD.replace("\t7\t7", "\t-7\t7"));
    assertTold("2: a program passes all", HEAD + GOOD.replace("\t7\t7", "\t6\t7"));
    assertTold("2: a program passes all", HEAD + GOOD.replace("\t7\t7", "\t0\t7"));
    assertTold("2: caught is no number", HEAD + GOOD.replace("\t2\t3", "\t\t3"));
    assertTold("2: of 3 bugs of 'sum' 4", HEAD + GOOD.replace("\t2\t3", "\t4\t3"));
    assertTold("2: of 3 bugs of ''", HEAD + GOOD.replace("\tsum\t", "\t\t"));
  }

  private static void assertTold(String beginning, String text) {
    var told = assertThrows(MalformedRecordException.class, () -> JudgeRecord.parse(text));
    String all = told.line() + ": " + told.getMessage();
    assertTrue(all.startsWith(beginning), all);
  }

  /** What is written is read back, each file with all its programs in their order. */
  @Property(tries = 200)
  void each_line_is_read_back(@ForAll("rows") List<Row> rows) throws Exception {
    StringBuilder text = new StringBuilder(HEAD);
    List<JudgeRecord.Line> expected = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      text.append(row.line("program-" + i)).append('\n');
      expected.add(new JudgeRecord.Line(row.sha256, row.pass("program-" + i)));
    }
    assertEquals(expected, JudgeRecord.parse(text.toString()).of("file.c"));
  }

  /** Whatever stands in a record: it is read, or refused with a line that it has. */
  @Property(tries = 500)
  void nothing_but_a_refusal_comes_of_other_texts(@ForAll("texts") String text) {
    try {
      JudgeRecord.parse(text).of("file.c");
    } catch (MalformedRecordException e) {
      assertTrue(e.line() >= 1 && e.line() <= Math.max(1, text.lines().count()), text);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> cell =
        Arbitraries.of("", "file.c", SUM, "0", "7", "-1", "99999999999", " ", "\u00e9", "\r");
    Arbitrary<String> line = cell.list().ofMinSize(9).ofMaxSize(12).map(l -> String.join("\t", l));
    return line.list()
        .ofMaxSize(4)
        .flatMap(
            lines ->
                Arbitraries.of(true, false)
                    .map(head -> (head ? HEAD : "") + String.join("\n", lines)));
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> sha256 = Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    Arbitrary<String> words = Arbitraries.strings().withChars("ab -.").ofMaxLength(6);
    Arbitrary<Integer> tests = Arbitraries.integers().between(1, 999_999_999);
    Arbitrary<Integer> planted = Arbitraries.integers().between(0, 50);
    return Combinators.combine(sha256, words, tests, planted).as(Row::new).list().ofMaxSize(6);
  }

  /** One good line. */
  record Row(String sha256, String words, int tests, int planted) {

    String line(String program) {
      String bugs = planted == 0 ? "\t\t" : "sum\t" + planted / 2 + "\t" + planted;
      return String.join(
          "\t", "file.c", sha256, program, words, words, "host", "" + tests, "" + tests, bugs);
    }

    Pass pass(String program) {
      Bugs bugs = planted == 0 ? Bugs.NONE : new Bugs("sum", planted / 2, planted);
      return new Pass(program, words, words, "host", tests, bugs);
    }
  }
}
