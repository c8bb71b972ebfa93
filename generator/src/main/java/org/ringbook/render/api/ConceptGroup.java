package org.ringbook.render.api;

import java.util.List;

/**
 * Concepts that belong together.
 *
 * @param id kebab-case; anchor of the group in the explorer
 * @param title of the group
 * @param concepts in the order of the table
 */
public record ConceptGroup(String id, String title, List<ConceptEntry> concepts) {

  public ConceptGroup {
    concepts = List.copyOf(concepts);
  }

  /** Where the explorer lists it. */
  public String url() {
    return ConceptAddress.EXPLORER + "#" + id;
  }

  /** Number of concepts. */
  public int size() {
    return concepts.size();
  }
}
