package org.ringbook.search.apimap;

import java.util.List;

/**
 * A table of the map.
 *
 * @param id kebab-case; the file's name without its ending, and what {@code api-table::id[]} asks
 *     for
 * @param title as printed above the table
 * @param concepts its rows, in order
 */
public record Category(String id, String title, List<Concept> concepts) {

  public Category {
    concepts = List.copyOf(concepts);
  }
}
