package org.ringbook.index;

import java.util.Collection;
import java.util.List;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.search.apimap.ExampleUse;

/** The examples that the map of kernel calls names must be examples of the book. */
public final class ApiExamples {

  private ApiExamples() {}

  /**
   * A problem for each example that the book doesn't have.
   *
   * @param uses in the map
   * @param known ids of the book's examples
   * @param folder of the map, relative to the book's root
   */
  public static void check(
      List<ExampleUse> uses, Collection<String> known, String folder, Problems problems) {
    for (ExampleUse use : uses) {
      if (!known.contains(use.example())) {
        problems.error(
            "api-unknown-example",
            new Place(folder + "/" + use.file(), use.line()),
            "no example is called " + use.example(),
            hint(use.example(), known));
      }
    }
  }

  private static String hint(String wrong, Collection<String> known) {
    return NearestName.of(wrong, known)
        .map(name -> "Did you mean " + name + "?")
        .orElse("ringbook list examples tells which there are.");
  }
}
