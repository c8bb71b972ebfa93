package org.ringbook.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.Relation;
import org.ringbook.search.lookup.Answer;
import org.ringbook.search.lookup.Hit;
import org.ringbook.search.lookup.Question;
import org.ringbook.search.lookup.Reason;
import org.ringbook.search.lookup.Status;

/** An answer of the API map on the terminal: the best concept in full, the others by name. */
final class AnswerText {

  private static final int MOST_OTHERS = 8;

  private final Question question;
  private final Answer answer;
  private final WhereToRead places;
  private final Ink ink;
  private final Sheet sheet;

  AnswerText(Question question, Answer answer, WhereToRead places, Ink ink, int width) {
    this.question = question;
    this.answer = answer;
    this.places = places;
    this.ink = ink;
    this.sheet = new Sheet(width);
  }

  String text() {
    boolean wrong = answer.status() == Status.FALSE_FRIEND;
    sheet.full(answer.message(), wrong ? ink::wrong : ink::strong);
    if (answer.status() == Status.SUGGESTION && answer.names().size() > 1) {
      sheet.full("Near: " + String.join(", ", answer.names()), ink::faint);
    }
    if (wrong) {
      sheet.full("What to write instead:", line -> line);
    }
    if (!answer.hits().isEmpty()) {
      if (!answer.message().isEmpty()) {
        sheet.blank();
      }
      concept(answer.hits().getFirst());
      others(answer.hits().subList(1, answer.hits().size()));
    }
    return sheet.text();
  }

  private void concept(Hit hit) {
    Concept concept = hit.concept();
    sheet.ends(concept.title(), concept.id(), ink::strong, ink::faint);
    sheet.full(meaning(concept.relation()), ink::faint).blank();
    words("Does", concept.words().does(), line -> line);
    Set<String> asked =
        hit.reason() == Reason.NAME
            ? hit.matches().stream().map(Match::name).collect(Collectors.toSet())
            : Set.of();
    ColumnText columns = new ColumnText(sheet, ink, asked);
    shown(hit).forEach(os -> columns.write(os, concept));
    sheet.blank();
    words("Owner", concept.words().ownership(), line -> line);
    words("Context", concept.words().context(), line -> line);
    words("Bites", concept.note(), ink::strong);
    words("Stub", concept.stub().orElse(""), line -> line);
    sheet.label("Read");
    places.of(concept).forEach(place -> sheet.paragraph(place, line -> line));
    sheet.label("");
    words("Run", concept.example().map(id -> "ringbook run " + id).orElse(""), line -> line);
  }

  private void words(String label, String words, UnaryOperator<String> style) {
    if (!words.isBlank()) {
      sheet.label(label).paragraph(words, style);
    }
  }

  /** The systems that the name is of, then the one that is asked for, or all others. */
  private List<Os> shown(Hit hit) {
    Set<Os> shown = new LinkedHashSet<>();
    question.from().ifPresent(shown::add);
    hit.matches().stream().map(Match::os).sorted().forEach(shown::add);
    question.to().ifPresentOrElse(shown::add, () -> Stream.of(Os.values()).forEach(shown::add));
    return List.copyOf(shown);
  }

  private void others(List<Hit> others) {
    if (others.isEmpty()) {
      return;
    }
    sheet.blank().full("Also (ringbook map ID shows one)", ink::faint);
    for (Hit other : others.stream().limit(MOST_OTHERS).toList()) {
      Concept concept = other.concept();
      sheet.full(concept.id() + ": " + concept.title(), line -> "  " + line);
    }
    if (others.size() > MOST_OTHERS) {
      sheet.full("  and %d more".formatted(others.size() - MOST_OTHERS), ink::faint);
    }
  }

  private static String meaning(Relation relation) {
    return relation.key()
        + switch (relation) {
          case DIRECT -> ": one call for one call; the arguments change, the contract stays";
          case ADAPTER -> ": the same job under another contract; a thin adapter bridges it";
          case SEQUENCE -> ": one call here is an ordered series there";
          case CONCEPT -> ": the same idea in another shape";
          case EXCEPTION -> ": most systems have nothing for it; a stub says so";
        };
  }
}
