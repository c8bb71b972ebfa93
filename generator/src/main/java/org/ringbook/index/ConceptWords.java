package org.ringbook.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Os;

/** By what words a search finds a concept of the API map. */
final class ConceptWords {

  private ConceptWords() {}

  /**
   * Every call and flag once; the call that the concept is named after comes first, even if its
   * name goes on: {@code napi_complete_done} before {@code napi_complete}.
   */
  static List<String> names(Concept concept) {
    List<String> names =
        concept.everyCall().flatMap(Call::everyEvidence).map(Evidence::symbol).toList();
    String namesake = concept.id().replace('-', '_');
    Stream<String> first =
        names.stream().limit(1).filter(n -> n.toLowerCase(Locale.ROOT).startsWith(namesake));
    Stream<String> same = names.stream().filter(namesake::equalsIgnoreCase);
    return Stream.of(first, same, names.stream()).flatMap(all -> all).distinct().toList();
  }

  static List<String> wrongNames(Concept concept) {
    return concept.falseFriends().stream().map(FalseFriend::name).distinct().toList();
  }

  /** On which systems each name, right or wrong, is looked for. */
  static Map<String, String> systems(Concept concept) {
    Map<String, Set<String>> systems = new LinkedHashMap<>();
    for (Os os : Os.values()) {
      concept
          .on(os)
          .everyCall()
          .flatMap(Call::everyEvidence)
          .forEach(seen -> add(systems, seen.symbol(), os));
    }
    Set<String> right = Set.copyOf(systems.keySet());
    concept.falseFriends().stream()
        .filter(friend -> !right.contains(friend.name()))
        .forEach(friend -> add(systems, friend.name(), friend.os()));
    return systems.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(", ", e.getValue())));
  }

  private static void add(Map<String, Set<String>> systems, String name, Os os) {
    systems.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(os.title());
  }

  /** All that is said of it, and its id, which readers see in addresses. */
  static String text(Concept concept) {
    List<String> text = new ArrayList<>();
    text.add(concept.words().does());
    text.add(concept.words().ownership());
    text.add(concept.words().context());
    text.add(concept.words().bites());
    for (Os os : Os.values()) {
      text.add(concept.on(os).none() ? concept.on(os).reason() : os.title());
    }
    concept.falseFriends().forEach(f -> text.add(f.name() + " " + f.why() + "."));
    text.add(concept.id());
    return text.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }
}
