package org.ringbook.model;

import java.util.List;

/** Something that a chapter asks for and a later stage supplies. */
public sealed interface Use {

  /** Where the chapter asks for it. */
  Place place();

  /**
   * An example with its source and the output of this build's run.
   *
   * @param id such as {@code tx-ring-full}
   * @param tags the regions of the file to show; empty shows all but the header lines
   * @param place of the macro
   */
  record ExampleUse(String id, List<String> tags, Place place) implements Use {
    public ExampleUse {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A diagram from text.
   *
   * @param kind {@code plantuml} or {@code ditaa}
   * @param text the diagram's source
   * @param alt what it shows, for readers who don't see it
   * @param caption printed below it, or an empty string
   * @param place of the block
   */
  record DiagramUse(String kind, String text, String alt, String caption, Place place)
      implements Use {}

  /**
   * A drawing of a binary format, made from the {@code MemoryLayout} that the code uses.
   *
   * @param type fully qualified name of the class that declares the layout
   * @param caption printed below it, or an empty string
   * @param place of the macro
   */
  record BitLayoutUse(String type, String caption, Place place) implements Use {}

  /**
   * A table of the API map.
   *
   * @param category the category's name, such as {@code dma}
   * @param place of the macro
   */
  record ApiTableUse(String category, Place place) implements Use {}

  /**
   * The name of a kernel call in running text. It has no placeholder: the page links it in place.
   *
   * @param name such as {@code dma_map_single}
   * @param place of the line
   */
  record KernelNameUse(String name, Place place) implements Use {}

  /**
   * A plot of data that an example printed in this build.
   *
   * @param example id of the example
   * @param request what to draw
   * @param place of the macro
   */
  record PlotUse(String example, PlotRequest request, Place place) implements Use {}

  /**
   * A link to the glossary that the author asks for. It has no placeholder: the page links it in
   * place.
   *
   * @param term id of the term
   * @param place of the line
   */
  record TermUse(String term, Place place) implements Use {}
}
