package org.ringbook.render;

import java.util.List;
import java.util.Optional;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.NameTarget;

/** What the renderer asks of the map of kernel calls. */
public interface KernelNames {

  /**
   * A table of one category as trusted HTML, or nothing where there is no such category.
   *
   * @param pages the way from the page that shows it to the folder of the concepts' pages
   */
  Optional<String> table(String category, String pages);

  /** Where a name leads, if the map has it. */
  Optional<NameTarget> target(String name);

  /** Ids of all concepts that list a name or warn of it, the best first. */
  List<String> concepts(String name);

  /** A question that names what the author may have meant, or an empty string. */
  String hint(String wrong);

  /** Everything that pages show of the map. */
  ConceptMap conceptMap();

  /** A map without names. */
  static KernelNames none() {
    return new KernelNames() {
      @Override
      public Optional<String> table(String category, String pages) {
        return Optional.empty();
      }

      @Override
      public Optional<NameTarget> target(String name) {
        return Optional.empty();
      }

      @Override
      public List<String> concepts(String name) {
        return List.of();
      }

      @Override
      public String hint(String wrong) {
        return "";
      }

      @Override
      public ConceptMap conceptMap() {
        return ConceptMap.NONE;
      }
    };
  }
}
