package org.ringbook.prove.judge;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringbook.model.Book;
import org.ringbook.model.Judge;
import org.ringbook.model.Judgement;
import org.ringbook.model.Judgement.Pass;
import org.ringbook.model.Listing;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;

/** What the judges of a book found, listing by listing. */
public final class Verdicts {

  /** How one judge ended. */
  sealed interface Outcome {

    /** It ran, and this is what it recorded. */
    record Recorded(JudgeRecord record) implements Outcome {}

    /** It did not run, for want of these tools. */
    record Missing(List<String> tools) implements Outcome {}

    /** It failed without a record, which was told. */
    record Failed() implements Outcome {}
  }

  private final Path root;
  private final List<Judge> judges;
  private final Map<String, Outcome> outcomes;
  private final Map<Listing, Judgement> given = new HashMap<>();

  Verdicts(Book book, Map<String, Outcome> outcomes) {
    this.root = book.root();
    this.judges = book.judges();
    this.outcomes = Map.copyOf(outcomes);
  }

  /** The judge for a listing; of several, the one with the longest root. */
  static Optional<Judge> judge(List<Judge> judges, Listing listing) {
    return judges.stream()
        .filter(judge -> judge.isFor(listing.origin()))
        .max(Comparator.comparingInt(judge -> judge.root().length()));
  }

  /** Whether a judge must prove this listing, and nobody else may. */
  public boolean areFor(Listing listing) {
    return judge(judges, listing).isPresent();
  }

  /** Whether its judge passed a listing; if not, a problem says why. */
  public boolean pass(Listing listing, Problems problems) {
    Judge judge = judge(judges, listing).orElseThrow();
    Outcome outcome = outcomes.getOrDefault(judge.id(), new Outcome.Failed());
    Judgement judgement =
        switch (outcome) {
          case Outcome.Recorded(JudgeRecord record) ->
              judgement(judge, lines(judge, record, listing, problems), listing, problems);
          case Outcome.Missing(List<String> tools) -> new Judgement(judge, List.of(), tools);
          case Outcome.Failed() -> new Judgement(judge, List.of(), List.of());
        };
    given.put(listing, judgement);
    return !judgement.passes().isEmpty();
  }

  private static Judgement judgement(
      Judge judge, List<JudgeRecord.Line> said, Listing listing, Problems problems) {
    List<Pass> passes =
        said.stream().filter(JudgeRecord.Line::wasRun).map(JudgeRecord.Line::pass).toList();
    List<String> missing =
        said.stream().filter(line -> !line.wasRun()).map(line -> line.pass().on()).toList();
    if (passes.isEmpty() && !missing.isEmpty()) {
      String title =
          listing.origin() + " stays unproven: judge " + judge.id() + " could not run its tests";
      String hint = "They need " + String.join(", ", missing) + ".";
      problems.add(Problem.warning("listing-not-run", listing.place(), title, hint));
    }
    return new Judgement(judge, passes, missing);
  }

  private List<JudgeRecord.Line> lines(
      Judge judge, JudgeRecord record, Listing listing, Problems problems) {
    String file = listing.origin().substring(judge.root().length() + 1);
    List<JudgeRecord.Line> said = record.of(file);
    if (said.isEmpty()) {
      problems.error(
          "listing-not-judged",
          listing.place(),
          "no judge passed " + listing.origin(),
          "Make it a part of a program of judge " + judge.id() + ", and mend that program.");
      return List.of();
    }
    String now = Digests.sha256(root.resolve(listing.origin()));
    if (said.stream().anyMatch(line -> !line.sha256().equals(now))) {
      problems.error(
          "listing-judged-otherwise",
          listing.place(),
          "judge " + judge.id() + " passed another content of " + listing.origin(),
          "Let it judge this one: in " + judge.root() + ", " + String.join(" ", judge.command()));
      return List.of();
    }
    return said;
  }

  /** The judgements of all listings that were asked for so far. */
  public Map<Listing, Judgement> given() {
    return Map.copyOf(given);
  }
}
