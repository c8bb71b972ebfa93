package org.ringbook.search.lookup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Match;

/** Answers for what the map does not know: the names and concepts that are near. */
final class Suggestions {

  /** Names farther than this are shown after titles that have every word. */
  private static final int FAR = 20;

  private final ApiMap map;
  private final NameGuess names;
  private final TitleWords titles;

  Suggestions(ApiMap map, NameGuess names, TitleWords titles) {
    this.map = map;
    this.names = names;
    this.titles = titles;
  }

  Answer answer(Question question) {
    List<NameGuess.Guess> near = names.near(question).stream().limit(Answer.MOST_NAMES).toList();
    List<Concept> about = titles.about(question.plain());
    List<Hit> hits = hits(near, about);
    List<String> spelt = near.stream().map(guess -> guess.name().name()).toList();
    return hits.isEmpty()
        ? Answer.none(question.plain(), "Nothing in the map is near: " + question.plain())
        : new Answer(
            question.plain(),
            Status.SUGGESTION,
            spelt,
            hits,
            said(question, near, hits.getFirst()));
  }

  private static String said(Question question, List<NameGuess.Guess> near, Hit first) {
    String meant =
        first.reason() == Reason.TITLE
            ? "“" + first.concept().title() + "”"
            : near.getFirst().name().name();
    return "The map has no name %s. Did you mean %s?".formatted(question.bare(), meant);
  }

  /** The best concept of each name, then what else the names and the words lead to. */
  private List<Hit> hits(List<NameGuess.Guess> near, List<Concept> about) {
    Map<Concept, Hit> hits = new LinkedHashMap<>();
    boolean titlesFirst = near.isEmpty() || near.getFirst().cost() > FAR;
    if (titlesFirst) {
      about.forEach(concept -> titled(concept, hits));
    }
    near.forEach(guess -> named(guess, 1, hits));
    about.forEach(concept -> titled(concept, hits));
    near.forEach(guess -> named(guess, Answer.MOST_SUGGESTED, hits));
    return hits.values().stream().limit(Answer.MOST_SUGGESTED).toList();
  }

  private static void titled(Concept concept, Map<Concept, Hit> hits) {
    hits.putIfAbsent(concept, new Hit(concept, Reason.TITLE, List.of()));
  }

  private void named(NameGuess.Guess guess, int most, Map<Concept, Hit> hits) {
    List<Match> found = map.find(guess.name().name());
    found.stream()
        .map(Match::concept)
        .distinct()
        .limit(most)
        .forEach(concept -> hits.merge(concept, hit(concept, guess, found), Suggestions::both));
  }

  /** A concept that two names lead to. */
  private static Hit both(Hit first, Hit second) {
    List<Match> matches =
        Stream.concat(first.matches().stream(), second.matches().stream()).distinct().toList();
    return new Hit(first.concept(), first.reason(), matches);
  }

  private static Hit hit(Concept concept, NameGuess.Guess guess, List<Match> found) {
    List<Match> own = found.stream().filter(match -> match.concept().equals(concept)).toList();
    return new Hit(concept, guess.reason(), own);
  }
}
