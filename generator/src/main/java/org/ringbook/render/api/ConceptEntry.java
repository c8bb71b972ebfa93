package org.ringbook.render.api;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a driver does, and how each system spells it.
 *
 * @param id kebab-case, unique in the map
 * @param title what the driver does, in a few words
 * @param relation how far the systems' calls correspond
 * @param phases when in a driver's life the usual calls are made, in order
 * @param words what is said of it
 * @param columns one for each system of which the map says something
 * @param wrongNames names that look right and are not
 * @param stub what a stub answers where a system has nothing, or an empty string
 * @param example id of the example that shows it, or an empty string
 */
public record ConceptEntry(
    String id,
    String title,
    ConceptMap.Term relation,
    List<String> phases,
    Sayings words,
    List<SystemColumn> columns,
    List<WrongName> wrongNames,
    String stub,
    String example) {

  public ConceptEntry {
    phases = List.copyOf(phases);
    columns = List.copyOf(columns);
    wrongNames = List.copyOf(wrongNames);
  }

  /**
   * What is said of a concept; each may be an empty string.
   *
   * @param does what a driver does with it, and what for
   * @param ownership who owns what before and after, and when the call fails
   * @param context where it may be called
   * @param bites the difference that breaks a port made by renaming
   */
  public record Sayings(String does, String ownership, String context, String bites) {}

  /** Address of its page. */
  public String url() {
    return ConceptAddress.of(id);
  }

  /** The column of a system, if the map says something of it. */
  public Optional<SystemColumn> on(String system) {
    return columns.stream().filter(column -> column.system().key().equals(system)).findFirst();
  }

  /** Every name in a column, each once, in alphabetical order; no misleading ones. */
  public List<String> names() {
    Stream<String> names =
        columns.stream()
            .flatMap(column -> column.groups().stream())
            .flatMap(group -> group.calls().stream())
            .flatMap(call -> Stream.concat(Stream.of(call.name()), call.flags().stream()));
    return List.copyOf(names.collect(Collectors.toCollection(TreeSet::new)));
  }
}
