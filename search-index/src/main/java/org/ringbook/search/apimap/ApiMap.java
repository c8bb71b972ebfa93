package org.ringbook.search.apimap;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole map: immutable, and safe for use by several threads. */
public final class ApiMap {

  private final List<Category> categories;
  private final NameIndex index;
  private final SortedSet<String> names;
  private final SortedSet<String> everyName;

  /** A map of these categories, in their order. */
  public ApiMap(List<Category> categories) {
    this.categories = List.copyOf(categories);
    this.index = new NameIndex(concepts());
    this.names = sorted(index.all().filter(match -> match instanceof Match.Counterpart));
    this.everyName = sorted(index.all());
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
   * What the map knows about a name, whatever its letter case, best first: the concept that is
   * named after it, then those whose usual way has it, another way, a companion or a flag, then
   * those that warn of it; among equals the closer relation, then the order of the tables. Empty
   * for an unknown name.
   */
  public List<Match> find(String name) {
    return index.find(name);
  }

  /** Every name of a call or flag, each once, in alphabetical order; no false friends. */
  public SortedSet<String> names() {
    return names;
  }

  /** The name, right or wrong, that was probably meant; what {@link #find} then explains. */
  public Optional<String> nearest(String name) {
    return Spelling.nearest(name, everyName);
  }

  private static SortedSet<String> sorted(Stream<Match> matches) {
    return matches
        .map(Match::name)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
  }
}
