package org.ringbook.search.apimap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every name of the map, folded to lower case, with what the map knows about it, best first. */
final class NameIndex {

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(NameIndex::tier)
          .thenComparing(NameIndex::role)
          .thenComparing(match -> match.concept().relation())
          .thenComparing(match -> match.name());

  private final Map<String, List<Match>> matches = new TreeMap<>();

  NameIndex(Stream<Concept> concepts) {
    concepts.forEach(this::add);
    matches.replaceAll((name, found) -> found.stream().sorted(BEST_FIRST).distinct().toList());
  }

  /** What is known about a name, whatever its letter case. */
  List<Match> find(String name) {
    return matches.getOrDefault(fold(name), List.of());
  }

  /** Every match of every name. */
  Stream<Match> all() {
    return matches.values().stream().flatMap(List::stream);
  }

  private void add(Concept concept) {
    for (Os os : Os.values()) {
      OsColumn column = concept.on(os);
      calls(concept, Match.Role.USUAL, column.calls());
      column.alternatives().forEach(way -> calls(concept, Match.Role.ALTERNATIVE, way));
      calls(concept, Match.Role.ALTERNATIVE, column.framework());
      calls(concept, Match.Role.COMPANION, column.companions());
    }
    concept.falseFriends().forEach(friend -> add(new Match.Misnomer(concept, friend)));
  }

  private void calls(Concept concept, Match.Role role, List<Call> calls) {
    for (Call call : calls) {
      add(new Match.Counterpart(concept, role, call.evidence()));
      call.flags().forEach(flag -> add(new Match.Counterpart(concept, Match.Role.FLAG, flag)));
    }
  }

  private void add(Match match) {
    matches.computeIfAbsent(fold(match.name()), name -> new ArrayList<>()).add(match);
  }

  /** The concept that is named after the call, then other answers, then warnings. */
  private static int tier(Match match) {
    return switch (match) {
      case Match.Counterpart right when fold(right.name()).equals(namesake(right)) -> 0;
      case Match.Counterpart _ -> 1;
      case Match.Misnomer _ -> 2;
    };
  }

  private static Match.Role role(Match match) {
    return match instanceof Match.Counterpart right ? right.role() : Match.Role.FLAG;
  }

  private static String namesake(Match match) {
    return match.concept().id().replace('-', '_');
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
