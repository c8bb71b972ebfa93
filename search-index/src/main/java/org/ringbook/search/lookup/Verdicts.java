package org.ringbook.search.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;

/** Says in a sentence what is to be said about a name before any concept is shown. */
final class Verdicts {

  private Verdicts() {}

  /** Empty for a name that is simply right. */
  static String of(List<Match> matches, Question question, boolean right) {
    if (!right) {
      return wrong(misnomers(matches).map(Match.Misnomer::friend), question);
    }
    String name = matches.getFirst().name();
    Optional<Os> from = question.from();
    if (from.isPresent() && matches.stream().noneMatch(match -> match.os() == from.get())) {
      String owners =
          matches.stream()
              .map(match -> match.os().title())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      return "The map has no %s on %s; it is a name of %s."
          .formatted(name, from.get().title(), owners);
    }
    return misnomers(matches).findFirst().map(Verdicts::warning).orElse("");
  }

  /** The verdict on the system that the question is about, else the first. */
  private static String wrong(Stream<FalseFriend> friends, Question question) {
    List<FalseFriend> all = friends.toList();
    return all.stream()
        .filter(friend -> about(friend.os(), question))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(Verdicts::sentence)
        .orElse("");
  }

  private static boolean about(Os os, Question question) {
    return question.from().filter(os::equals).isPresent()
        || question.to().filter(os::equals).isPresent();
  }

  /** Such as: {@code if_rss_set_key does not exist on FreeBSD: the stack pushes the key.} */
  static String sentence(FalseFriend friend) {
    String why = friend.explanation().isEmpty() ? "" : ": " + friend.explanation();
    return friend.name()
        + " "
        + friend.verdict().words()
        + " on "
        + friend.os().title()
        + why
        + ".";
  }

  /** A name that is right here may be wrong there; what it does then is the explanation. */
  private static String warning(Match.Misnomer misnomer) {
    FalseFriend friend = misnomer.friend();
    return friend.verdict() == FalseFriend.Verdict.DIFFERENT
        ? "Not for “%s” on %s: %s."
            .formatted(misnomer.concept().title(), friend.os().title(), friend.explanation())
        : sentence(friend);
  }

  private static Stream<Match.Misnomer> misnomers(List<Match> matches) {
    return matches.stream()
        .filter(Match.Misnomer.class::isInstance)
        .map(Match.Misnomer.class::cast);
  }
}
