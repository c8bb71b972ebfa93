package org.ringbook.porting.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.porting.run.RunState.Step;

class OrchestratorTest {
  @TempDir Path folder;
  private final List<String> worked = new ArrayList<>();

  private Phase phase(String name, int attempts, Phase.Gate gate) {
    return new Phase(
        name,
        attempts,
        state -> {
          worked.add(name + state.retries());
          return state;
        },
        gate);
  }

  /** Each call is another process, as far as memory goes. */
  private Orchestrator orchestrator(Phase... phases) {
    StateFile file = new StateFile(folder.resolve("state"));
    return new Orchestrator(List.of(phases), file, new Workspace(folder));
  }

  private static final Phase.Gate PASS = _ -> Verdict.pass("fine");

  private static Verdict person(RunState state) {
    return state.decisions().containsKey("b") ? Verdict.pass("yes") : Verdict.hold("wait");
  }

  @Test
  void phases_work_in_order() throws IOException {
    RunState end = orchestrator(phase("a", 1, PASS), phase("b", 1, PASS)).run();
    assertEquals(List.of("a0", "b0"), worked);
    assertEquals(2, end.phase());
    assertEquals(List.of("a, attempt 1: PASS, fine", "b, attempt 1: PASS, fine"), end.log());
  }

  @Test
  void a_retry_works_again_and_the_next_phase_counts_anew() throws IOException {
    Phase.Gate third = s -> s.retries() == 2 ? Verdict.pass("now") : Verdict.retry("no");
    orchestrator(phase("a", 3, third), phase("b", 1, PASS)).run();
    assertEquals(List.of("a0", "a1", "a2", "b0"), worked);
  }

  @Test
  void the_last_attempt_ends_in_a_hold() throws IOException {
    Orchestrator run = orchestrator(phase("a", 2, s -> Verdict.retry("no")));
    RunState held = run.run();
    assertEquals(List.of("a0", "a1"), worked);
    assertEquals(Step.HELD, held.step());
    assertEquals("a: HOLD, no attempt is left", held.log().getLast());
    run.again("Jo");
    run.run();
    assertEquals(List.of("a0", "a1", "a0", "a1"), worked);
  }

  @Test
  void a_held_run_does_nothing_until_a_person_decided() throws IOException {
    Phase a = phase("a", 1, PASS);
    Phase b = phase("b", 1, OrchestratorTest::person);
    Phase c = phase("c", 1, PASS);
    assertEquals(Step.HELD, orchestrator(a, b, c).run().step());
    assertEquals(Step.HELD, orchestrator(a, b, c).run().step());
    orchestrator(a, b, c).decide("Jo");
    assertEquals(3, orchestrator(a, b, c).run().phase());
    assertEquals(List.of("a0", "b0", "c0"), worked, "nothing was done twice");
  }

  @Test
  void only_a_held_run_can_be_decided() {
    assertThrows(IllegalStateException.class, () -> orchestrator().decide("Jo"));
  }

  /** The process dies in the second attempt's work: that attempt is done again. */
  @Test
  void work_that_was_under_way_is_done_again() throws IOException {
    boolean[] dies = {true};
    Phase a =
        new Phase(
            "a",
            3,
            state -> {
              worked.add("a" + state.retries());
              if (state.retries() == 1 && dies[0]) {
                dies[0] = false;
                throw new IllegalStateException("power failure");
              }
              return state;
            },
            s -> s.retries() == 2 ? Verdict.pass("now") : Verdict.retry("no"));
    assertThrows(IllegalStateException.class, () -> orchestrator(a).run());
    orchestrator(a).run();
    assertEquals(List.of("a0", "a1", "a1", "a2"), worked);
  }

  @Test
  void what_changed_after_it_was_judged_holds_the_run() throws IOException {
    Workspace files = new Workspace(folder);
    Phase a = new Phase("a", 1, s -> write(files, s), PASS);
    Phase b = phase("b", 1, OrchestratorTest::person);
    Phase c = phase("c", 1, PASS);
    orchestrator(a, b, c).run();
    Files.writeString(folder.resolve("A.java"), "class B {}");
    orchestrator(a, b, c).decide("Jo");
    RunState held = orchestrator(a, b, c).run();
    assertEquals(Step.HELD, held.step());
    assertTrue(held.log().getLast().endsWith("judged: A.java"), held.log()::toString);
    assertEquals(List.of("b0"), worked);
    Files.delete(folder.resolve("A.java"));
    assertEquals(List.of("A.java"), files.changed(held));
  }

  private static RunState write(Workspace files, RunState state) {
    try {
      return files.write(state, "A.java", "class A {}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
