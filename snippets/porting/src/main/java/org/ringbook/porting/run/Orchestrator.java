package org.ringbook.porting.run;

import java.io.IOException;
import java.util.List;
import org.ringbook.porting.run.RunState.Step;

/**
 * Takes a run through its phases. It writes the state down before each work and
 * each judgement, so it may be stopped anywhere: after a start with the same
 * file, work that was under way is done again, and nothing else.
 */
public final class Orchestrator {
  private final List<Phase> phases;
  private final StateFile file;
  private final Workspace workspace;

  /** An orchestrator of these phases. */
  public Orchestrator(List<Phase> phases, StateFile file, Workspace workspace) {
    this.phases = List.copyOf(phases);
    this.file = file;
    this.workspace = workspace;
  }

  // tag::run[]
  /**
   * Goes on from the file, until all phases have passed or a gate holds the run.
   *
   * @return the state that is in the file then
   */
  public RunState run() throws IOException {
    RunState state = check(file.load());
    while (state.phase() < phases.size() && state.step() != Step.HELD) {
      Phase phase = phases.get(state.phase());
      if (state.step() == Step.WORK) {
        RunState done = phase.work().run(state);
        state = done.at(state.phase(), Step.GATE, state.retries());
      } else {
        state = judged(phase, state);
      }
      file.save(state);
    }
    return state;
  }

  // end::run[]

  /** A person lets the phase pass that holds the run; its gate is asked again. */
  public void decide(String person) throws IOException {
    RunState state = held();
    String phase = phases.get(state.phase()).name();
    file.save(
        state
            .decided(phase, person)
            .logged(phase + ": " + person + " decided")
            .at(state.phase(), Step.GATE, state.retries()));
  }

  /**
   * A person has the phase that holds the run work again, as if for the first
   * time.
   */
  public void again(String person) throws IOException {
    RunState state = held();
    String phase = phases.get(state.phase()).name();
    RunState noted = state.logged(phase + ": again, says " + person);
    file.save(noted.at(state.phase(), Step.WORK, 0));
  }

  private RunState held() throws IOException {
    RunState state = file.load();
    if (state.step() != Step.HELD) {
      throw new IllegalStateException("no gate waits for anybody");
    }
    return state;
  }

  // tag::judged[]
  private RunState judged(Phase phase, RunState state) {
    Verdict verdict = phase.gate().judge(state);
    String line = "%s, attempt %d: ".formatted(phase.name(), state.retries() + 1);
    RunState noted = state.logged(line + verdict.kind() + ", " + verdict.reason());
    return switch (verdict.kind()) {
      case PASS -> noted.at(state.phase() + 1, Step.WORK, 0);
      case RETRY -> retried(phase, noted);
      case HOLD -> noted.at(state.phase(), Step.HELD, state.retries());
    };
  }

  private static RunState retried(Phase phase, RunState state) {
    int used = state.retries() + 1;
    return used < phase.attempts()
        ? state.at(state.phase(), Step.WORK, used)
        : state
            .logged(phase.name() + ": HOLD, no attempt is left")
            .at(state.phase(), Step.HELD, state.retries());
  }

  // end::judged[]

  /** What was judged must still be what is there. */
  private RunState check(RunState state) throws IOException {
    List<String> changed = workspace.changed(state);
    if (changed.isEmpty()) {
      return state;
    }
    String names = String.join(", ", changed);
    RunState noted = state.logged("HOLD, changed since it was judged: " + names);
    RunState held = noted.at(state.phase(), Step.HELD, state.retries());
    file.save(held);
    return held;
  }
}
