package org.ringbook.prove;

import java.util.List;
import org.ringbook.model.Book;
import org.ringbook.model.Listing;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.Question;

/** Checks that every question's answer names something to run, and that it is there. */
final class QuestionCheck {

  private QuestionCheck() {}

  static void check(Book book, List<ListingProof> proofs, Problems problems) {
    book.chapters()
        .flatMap(chapter -> chapter.questions().stream())
        .forEach(question -> check(question, proofs, problems));
  }

  private static void check(Question question, List<ListingProof> proofs, Problems problems) {
    if (question.commands().isEmpty()) {
      problems.error(
          "question-without-command",
          question.place(),
          "nothing runs in the answer to: " + question.words(),
          "Name what shows it, such as `jbang tx-ring-full` or `./ringbook map …`.");
    }
    Place place = question.place();
    Place before = new Place(place.file(), Math.max(0, place.line() - 1));
    for (String command : question.commands()) {
      Listing session = new Listing("console", "$ " + command, before, "");
      boolean _ =
          proofs.stream()
              .anyMatch(proof -> proof.judge(session, problems) != ListingProof.Verdict.PASS);
    }
  }
}
