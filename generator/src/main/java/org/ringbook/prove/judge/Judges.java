package org.ringbook.prove.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.model.Book;
import org.ringbook.model.Judge;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.prove.judge.Verdicts.Outcome;

/** Runs the judges that a book needs. */
public final class Judges {

  private static final String MALFORMED = "malformed-record";

  private final Book book;
  private final Problems problems;

  private Judges(Book book, Problems problems) {
    this.book = book;
    this.problems = problems;
  }

  /**
   * Runs every judge that some listing needs, one after the other. One that fails is a problem; one
   * that lacks a tool is a warning, and its listings stay unproven.
   *
   * @throws InterruptedException when the calling thread is; the running judge is ended
   */
  public static Verdicts run(Book book, Problems problems) throws InterruptedException {
    Judges judges = new Judges(book, problems);
    Map<String, Outcome> outcomes = new HashMap<>();
    for (Judge judge : book.judges()) {
      long listings = judges.listings(judge);
      if (listings > 0) {
        outcomes.put(judge.id(), judges.outcome(judge, listings));
      }
    }
    return new Verdicts(book, outcomes);
  }

  private long listings(Judge judge) {
    return book.chapters()
        .flatMap(chapter -> chapter.listings().stream())
        .filter(listing -> Verdicts.judge(book.judges(), listing).filter(judge::equals).isPresent())
        .count();
  }

  private Outcome outcome(Judge judge, long listings) throws InterruptedException {
    List<String> missing = JudgeRun.missing(judge);
    if (!missing.isEmpty()) {
      String unproven = listings == 1 ? "1 listing stays" : listings + " listings stay";
      problems.add(
          Problem.warning(
              "judge-not-run",
              judge.place(),
              "%s unproven: judge %s lacks %s"
                  .formatted(unproven, judge.id(), String.join(", ", missing)),
              judge.install()));
      return new Outcome.Missing(missing);
    }
    JudgeRun.End end = JudgeRun.of(judge, book.root().resolve(judge.root()));
    if (!end.isGood()) {
      problems.add(
          Problem.error(
                  "judge-failed",
                  judge.place(),
                  "judge " + judge.id() + " " + end.complaint(),
                  "Run it by hand: in " + judge.root() + ", " + String.join(" ", judge.command()))
              .withDetail(end.said()));
    }
    return record(judge, end.isGood());
  }

  /** A judge that failed may have recorded what passed, or nothing. */
  private Outcome record(Judge judge, boolean required) {
    String name = judge.root() + "/" + judge.record();
    Path file = book.root().resolve(name);
    if (!Files.isRegularFile(file)) {
      if (required) {
        String title = "judge " + judge.id() + " wrote no record " + name;
        problems.error(MALFORMED, judge.place(), title, "Its command must write one.");
      }
      return new Outcome.Failed();
    }
    try {
      return new Outcome.Recorded(JudgeRecord.parse(Files.readString(file)));
    } catch (MalformedRecordException e) {
      String title = "this is no record of a judge: " + e.getMessage();
      problems.error(MALFORMED, new Place(name, e.line()), title, "Mend what writes it.");
    } catch (IOException e) {
      String title = "this record of a judge can't be read";
      problems.error(MALFORMED, Place.of(name), title, "It must be UTF-8.");
    }
    return new Outcome.Failed();
  }
}
