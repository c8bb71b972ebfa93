package org.ringbook.render.page;

import java.util.List;

/**
 * Examples that belong together.
 *
 * @param title of the volume, or of the folder where no chapter shows them
 * @param examples in order
 */
public record ExampleGroup(String title, List<ExampleLine> examples) {

  public ExampleGroup {
    examples = List.copyOf(examples);
  }
}
