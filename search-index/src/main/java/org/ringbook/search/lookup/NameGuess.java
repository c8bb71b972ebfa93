package org.ringbook.search.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Os;

/** Finds the names of the map that a text which is none of them may stand for. */
final class NameGuess {

  private static final Comparator<Guess> NEAREST =
      Comparator.comparingInt(Guess::cost)
          .thenComparing(guess -> !guess.name.right())
          .thenComparing(guess -> guess.name.name().length())
          .thenComparing(guess -> guess.name.name());

  private final List<KnownName> names;
  private final Map<String, List<String>> bySquash;

  NameGuess(ApiMap map) {
    Map<String, KnownName> known = new TreeMap<>();
    map.names().forEach(name -> known.put(name, KnownName.of(name, map.find(name))));
    map.concepts()
        .flatMap(concept -> concept.falseFriends().stream())
        .map(FalseFriend::name)
        .forEach(name -> known.computeIfAbsent(name, it -> KnownName.of(it, map.find(it))));
    names = List.copyOf(known.values());
    bySquash =
        names.stream()
            .collect(
                Collectors.groupingBy(
                    KnownName::squashed, Collectors.mapping(KnownName::name, Collectors.toList())));
  }

  /**
   * A name that may be meant.
   *
   * @param cost 10 for each slip; 12 and more for parts; lower is nearer
   * @param reason part or spelling
   */
  record Guess(KnownName name, int cost, Reason reason) {}

  /** Names of the same letters and digits: {@code dma map single}. */
  List<String> sameLetters(String text) {
    return bySquash.getOrDefault(Question.squash(text), List.of());
  }

  /** The nearest names first; those of the system that the question comes from before others. */
  List<Guess> near(Question question) {
    String text = question.bare();
    String squashed = Question.squash(text);
    List<String> parts = NameParts.of(text);
    List<Guess> guesses = new ArrayList<>();
    for (KnownName name : names) {
      guess(name, squashed, parts).ifPresent(guesses::add);
    }
    Comparator<Guess> order =
        question.from().map(from -> nativeFirst(from).thenComparing(NEAREST)).orElse(NEAREST);
    return guesses.stream().sorted(order).toList();
  }

  private static Comparator<Guess> nativeFirst(Os from) {
    return Comparator.comparing(guess -> !guess.name.systems().contains(from));
  }

  private static Optional<Guess> guess(KnownName name, String squashed, List<String> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    var slips = name.slips(squashed);
    var partial = name.partial(parts);
    if (slips.isEmpty() && partial.isEmpty()) {
      return Optional.empty();
    }
    int bySlips = slips.orElse(Integer.MAX_VALUE);
    int byParts = partial.orElse(Integer.MAX_VALUE);
    Reason reason = bySlips <= byParts ? Reason.SPELLING : Reason.PART;
    return Optional.of(new Guess(name, Math.min(bySlips, byParts), reason));
  }
}
