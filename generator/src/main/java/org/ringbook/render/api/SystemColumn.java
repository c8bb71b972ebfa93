package org.ringbook.render.api;

import java.util.List;

/**
 * What one system offers for a concept.
 *
 * @param system its name
 * @param groups calls in their order: those of the usual way, then other ways and companions
 * @param none why there is no counterpart, or an empty string where there is one
 * @param declared where the names of the column are declared
 */
public record SystemColumn(
    ConceptMap.Term system, List<CallGroup> groups, String none, List<Declared> declared) {

  public SystemColumn {
    groups = List.copyOf(groups);
    declared = List.copyOf(declared);
  }

  /**
   * Where a name was seen.
   *
   * @param name as declared
   * @param kind such as {@code function} or {@code macro}
   * @param place header or page of a documentation
   * @param release in which it was seen there
   */
  public record Declared(String name, String kind, String place, String release) {}

  /** The calls of the usual way, by phase. */
  public List<CallGroup> usual() {
    return groups.stream().filter(group -> group.way().isEmpty()).toList();
  }

  /** Names of the usual way, in order. */
  public List<String> usualNames() {
    return usual().stream().flatMap(group -> group.calls().stream()).map(CallLine::name).toList();
  }

  /**
   * Headers that declare what stands here, with their release, each once; pages of a documentation
   * are only said to be that, because their names say no more than the calls.
   */
  public List<String> places() {
    return declared.stream()
        .map(
            one ->
                (one.place().endsWith(".md") ? "documentation" : one.place())
                    + " · "
                    + one.release())
        .distinct()
        .toList();
  }
}
