package org.ringbook.render.api;

import java.util.List;

/**
 * The whole map.
 *
 * @param systems that it compares, in the order of the columns
 * @param relations how far calls may correspond, the closest first
 * @param groups of concepts, in the order of the tables
 */
public record ConceptMap(List<Term> systems, List<Term> relations, List<ConceptGroup> groups) {

  /** A map of nothing, for a book without one. */
  public static final ConceptMap NONE = new ConceptMap(List.of(), List.of(), List.of());

  public ConceptMap {
    systems = List.copyOf(systems);
    relations = List.copyOf(relations);
    groups = List.copyOf(groups);
  }

  /** Whether there is nothing to show. */
  public boolean empty() {
    return groups.isEmpty();
  }

  /**
   * A word that the map uses throughout.
   *
   * @param key as addresses and classes write it, such as {@code freebsd}
   * @param title as a reader meets it, such as {@code FreeBSD}
   * @param meaning one sentence, or an empty string where the title says it all
   */
  public record Term(String key, String title, String meaning) {}
}
