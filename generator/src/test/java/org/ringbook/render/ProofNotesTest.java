package org.ringbook.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Judge;
import org.ringbook.model.Judgement;
import org.ringbook.model.Judgement.Bugs;
import org.ringbook.model.Judgement.Pass;
import org.ringbook.model.Place;
import org.ringbook.render.page.ProofNote;

class ProofNotesTest {

  private static final Judge JUDGE =
      new Judge(
          "c", "c", List.of("make"), List.of(), "", "r", Duration.ZERO, "bugs", Place.of("b"));
  private static final Bugs KERNEL = new Bugs("kernel", 5, 5);
  private static final Pass NATIVE =
      new Pass("kernel-test", "gcc 12.2.0", "-Wall -Werror", "the mock kernel", 25, KERNEL);

  @Test
  void one_program() {
    assertEquals(
        new ProofNote(
            "Compiled by gcc 12.2.0 with -Wall -Werror; 25 of 25 tests on the mock kernel;",
            "5 of 5 planted bugs caught",
            "bugs.html#kernel",
            true),
        note(NATIVE));
  }

  @Test
  void several_programs_add_up_but_a_bug_of_two_counts_once() {
    Pass other =
        new Pass("kernel-2-test", "gcc 12.2.0", "-Wall -O1", "the mock kernel", 10, KERNEL);
    Pass core = new Pass("core-test", "clang 14", "-Wall", "the host", 7, new Bugs("core", 2, 3));
    assertEquals(
        new ProofNote(
            "Compiled by clang 14, gcc 12.2.0 with -Wall;"
                + " 7 of 7 tests on the host, 35 of 35 on the mock kernel;",
            "7 of 8 planted bugs caught",
            "bugs.html",
            true),
        note(NATIVE, other, core));
  }

  @Test
  void a_file_that_is_only_read() {
    Pass read = new Pass("kernel-test", "", "", "the mock kernel", 25, Bugs.NONE);
    assertEquals("Part of kernel-test; 25 of 25 tests on the mock kernel.", note(read).text());
  }

  @Test
  void what_is_not_proven_says_why() {
    ProofNote missing = ProofNotes.of(new Judgement(JUDGE, List.of(), List.of("gcc", "make")));
    assertEquals("Not proven by this build: it needs gcc, make.", missing.text());
    assertFalse(missing.proven());
    ProofNote failed = ProofNotes.of(new Judgement(JUDGE, List.of(), List.of()));
    assertEquals("Not proven by this build: no judge passed it.", failed.text());
  }

  private static ProofNote note(Pass... passes) {
    return ProofNotes.of(new Judgement(JUDGE, List.of(passes), List.of()));
  }
}
