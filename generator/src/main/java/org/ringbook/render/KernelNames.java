package org.ringbook.render;

import java.util.Optional;
import java.util.Set;

/** What the renderer asks of the map of kernel calls. */
public interface KernelNames {

  /** A table of one category as trusted HTML, or nothing where there is no such category. */
  Optional<String> table(String category);

  /** Where a name stands, if the map has it. */
  Optional<Row> row(String name);

  /** Title of the concept with this id. */
  Optional<String> concept(String id);

  /** Ids of all concepts. */
  Set<String> concepts();

  /** A question that names what the author may have meant, or an empty string. */
  String hint(String wrong);

  /**
   * A row of a table.
   *
   * @param category the table's
   * @param fragment the row's id on the page that shows the table
   * @param wrong whether the row warns of the name rather than offers it
   */
  record Row(String category, String fragment, boolean wrong) {}

  /** A map without names. */
  static KernelNames none() {
    return new KernelNames() {
      @Override
      public Optional<String> table(String category) {
        return Optional.empty();
      }

      @Override
      public Optional<Row> row(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<String> concept(String id) {
        return Optional.empty();
      }

      @Override
      public Set<String> concepts() {
        return Set.of();
      }

      @Override
      public String hint(String wrong) {
        return "";
      }
    };
  }
}
