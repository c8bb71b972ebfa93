package org.ringbook.command;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.verify.Check;
import org.ringbook.search.verify.State;
import org.ringbook.search.verify.Verification;

/** What became of the map's names, for people: the counts, and what is not where it should be. */
final class VerificationAsText {

  private VerificationAsText() {}

  static String of(Verification names) {
    List<String> lines = new ArrayList<>();
    for (State state : List.of(State.MOVED, State.GONE, State.NOT_CHECKED)) {
      names.in(state).forEach(check -> lines.add(line(check)));
    }
    lines.add(counts(names));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(Check check) {
    Evidence evidence = check.evidence();
    String rest =
        switch (check.state()) {
          case MOVED -> "now in " + check.path() + ":" + check.line();
          case NOT_CHECKED -> check.reason();
          default -> "in no file of the tree";
        };
    return "%-12s %s (%s, %s): %s"
        .formatted(
            check.state().words(), evidence.symbol(), evidence.kind(), evidence.declaredIn(), rest);
  }

  private static String counts(Verification names) {
    return "%s: %d names in %d files: %d found, %d moved, %d gone, %d not checked"
        .formatted(
            names.os().title(),
            names.checks().size(),
            names.files(),
            names.in(State.FOUND).size(),
            names.in(State.MOVED).size(),
            names.in(State.GONE).size(),
            names.in(State.NOT_CHECKED).size());
  }
}
