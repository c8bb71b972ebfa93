package org.ringbook.search.apimap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The whole map: immutable, and safe for use by several threads. */
public final class ApiMap {

  private final List<Category> categories;
  private final Map<String, List<Match>> byFoldedName;
  private final SortedSet<String> names;
  private final SortedSet<String> everyName;

  /** A map of these categories, in their order. */
  public ApiMap(List<Category> categories) {
    this.categories = List.copyOf(categories);
    this.byFoldedName = index();
    this.names = sorted(concepts().flatMap(Concept::everyCall).map(Call::name).toList());
    this.everyName =
        sorted(byFoldedName.values().stream().flatMap(List::stream).map(Match::name).toList());
  }

  /** In the order of the tables. */
  public List<Category> categories() {
    return categories;
  }

  /** The category with this id. */
  public Optional<Category> category(String id) {
    return categories.stream().filter(category -> category.id().equals(id)).findFirst();
  }

  /** The id of a category that was probably meant. */
  public Optional<String> nearestCategory(String id) {
    return Spelling.nearest(id, categories.stream().map(Category::id).toList());
  }

  /** Every concept, in the order of the tables. */
  public Stream<Concept> concepts() {
    return categories.stream().flatMap(category -> category.concepts().stream());
  }

  /** The concept with this id. */
  public Optional<Concept> concept(String id) {
    return concepts().filter(concept -> concept.id().equals(id)).findFirst();
  }

  /**
   * What the map knows about a name, whatever its letter case: the concepts that use it, then those
   * that warn of it, each in the order of the tables. Empty for an unknown name.
   */
  public List<Match> find(String name) {
    return byFoldedName.getOrDefault(fold(name), List.of());
  }

  /** Every name in call position, each once, in alphabetical order. */
  public SortedSet<String> names() {
    return names;
  }

  /** The name, right or wrong, that was probably meant; what {@link #find} then explains. */
  public Optional<String> nearest(String name) {
    return Spelling.nearest(name, everyName);
  }

  private Map<String, List<Match>> index() {
    Map<String, List<Match>> index = new TreeMap<>();
    concepts().flatMap(ApiMap::counterparts).forEach(match -> add(index, match));
    concepts().flatMap(ApiMap::misnomers).forEach(match -> add(index, match));
    index.replaceAll((name, matches) -> List.copyOf(matches));
    return Collections.unmodifiableMap(index);
  }

  private static void add(Map<String, List<Match>> index, Match match) {
    index.computeIfAbsent(fold(match.name()), name -> new ArrayList<>()).add(match);
  }

  private static Stream<Match> counterparts(Concept concept) {
    return concept.everyCall().distinct().map(call -> new Match.Counterpart(concept, call));
  }

  private static Stream<Match> misnomers(Concept concept) {
    return concept.falseFriends().stream().map(friend -> new Match.Misnomer(concept, friend));
  }

  private static SortedSet<String> sorted(Collection<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
