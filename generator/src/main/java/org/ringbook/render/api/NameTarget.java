package org.ringbook.render.api;

/**
 * Where a name leads.
 *
 * @param concept id of the concept
 * @param group id of the group that the concept belongs to
 * @param system key of the system that has the name, or on which it is mistaken
 * @param anchor on the page of the concept, or an empty string for the page itself
 * @param wrong whether the page warns of the name rather than offers it
 */
public record NameTarget(
    String concept, String group, String system, String anchor, boolean wrong) {

  /** The page of the concept, at the anchor. */
  public String url() {
    return ConceptAddress.of(concept) + (anchor.isEmpty() ? "" : "#" + anchor);
  }
}
