package org.ringbook.search.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;

/** Answers questions about kernel names; immutable, and safe for use by several threads. */
public final class Lookup {

  private final ApiMap map;
  private final NameGuess names;
  private final TitleWords titles;

  /** Prepares a map for questions. */
  public Lookup(ApiMap map) {
    this.map = map;
    this.names = new NameGuess(map);
    this.titles = new TitleWords(map);
  }

  /** The answer about a name on all systems. */
  public Answer ask(String text) {
    return ask(Question.of(text));
  }

  /**
   * The answer; any text is a valid question.
   *
   * <p>A system that the question comes from picks those concepts where the name is that system's,
   * if there are any; a system that it goes to puts those first that have calls there.
   */
  public Answer ask(Question question) {
    if (question.isTooLong()) {
      return none(
          question,
          "A name has at most %d characters, and this is a text of %d."
              .formatted(Question.LONGEST, question.text().length()));
    }
    if (question.bare().isEmpty()) {
      return none(question, "There is no name in the question: give one, or a part of one.");
    }
    return exact(question)
        .or(() -> called(question))
        .or(() -> within(question))
        .orElseGet(() -> new Suggestions(map, names, titles).answer(question));
  }

  private static Answer none(Question question, String message) {
    return Answer.none(question.plain(), message);
  }

  /** The whole question is a name, give or take parentheses and separators. */
  private Optional<Answer> exact(Question question) {
    return question
        .names()
        .map(name -> known(question, name))
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                names.sameLetters(question.bare()).stream()
                    .map(name -> known(question, name))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private Optional<Answer> called(Question question) {
    return titles
        .called(question.bare())
        .map(concept -> List.of(new Hit(concept, Reason.CONCEPT, List.of())))
        .map(hits -> new Answer(question.plain(), Status.FOUND, List.of(), hits, ""));
  }

  /** A sentence that has a name in it: the first word that looks like one, else that is one. */
  private Optional<Answer> within(Question question) {
    return Stream.concat(
            question.namesWithin().stream(),
            question.wordsThatMayBeNames().stream().filter(this::isName))
        .map(name -> known(question, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** In a sentence, letter case tells a name from a word. */
  private boolean isName(String word) {
    return map.find(word).stream().anyMatch(match -> match.name().equals(word));
  }

  private Optional<Answer> known(Question question, String name) {
    List<Match> all = map.find(name);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Match> wanted = wanted(all, question, name);
    List<Hit> hits = ordered(wanted, question);
    boolean right = hits.stream().anyMatch(Hit::isRight);
    List<String> spelt = wanted.stream().map(Match::name).distinct().toList();
    return Optional.of(
        new Answer(
            question.plain(),
            right ? Status.FOUND : Status.FALSE_FRIEND,
            spelt,
            hits,
            Verdicts.of(wanted, question, right)));
  }

  /** Of several systems' names the asked one's; of several letter cases the given one first. */
  private static List<Match> wanted(List<Match> all, Question question, String name) {
    List<Match> own =
        all.stream()
            .filter(match -> question.from().filter(match.os()::equals).isPresent())
            .toList();
    Comparator<Match> spelling = Comparator.comparing(match -> !match.name().equals(name));
    return (own.isEmpty() ? all : own).stream().sorted(spelling).toList();
  }

  private static List<Hit> ordered(List<Match> matches, Question question) {
    Map<Concept, List<Match>> byConcept = new LinkedHashMap<>();
    for (Match match : matches) {
      byConcept.computeIfAbsent(match.concept(), it -> new ArrayList<>()).add(match);
    }
    Stream<Hit> hits =
        byConcept.entrySet().stream()
            .map(entry -> new Hit(entry.getKey(), Reason.NAME, entry.getValue()));
    Comparator<Hit> rightFirst = Comparator.comparing(hit -> !hit.isRight());
    return hits.sorted(rightFirst.thenComparing(hit -> lacks(hit, question.to()))).toList();
  }

  private static boolean lacks(Hit hit, Optional<Os> to) {
    return to.filter(os -> hit.concept().on(os).none()).isPresent();
  }
}
