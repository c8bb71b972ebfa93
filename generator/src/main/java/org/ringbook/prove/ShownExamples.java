package org.ringbook.prove;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringbook.model.Book;
import org.ringbook.model.Listing;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.Use;

/**
 * Checks that chapters and examples fit: what a chapter shows exists, and what exists is shown.
 *
 * <p>A region counts as shown when a chapter names its tag, or when a listing that was included
 * from the file contains it.
 */
final class ShownExamples {

  private final Map<String, ExampleFile> examples;
  private final Problems problems;
  private final Set<String> shown = new TreeSet<>();
  private final Map<String, Set<String>> shownTags = new HashMap<>();

  ShownExamples(Map<String, ExampleFile> examples, Problems problems) {
    this.examples = examples;
    this.problems = problems;
  }

  void check(Book book) {
    book.chapters()
        .flatMap(chapter -> chapter.uses().stream())
        .filter(Use.ExampleUse.class::isInstance)
        .map(Use.ExampleUse.class::cast)
        .forEach(this::see);
    book.chapters()
        .flatMap(chapter -> chapter.uses().stream())
        .filter(Use.PlotUse.class::isInstance)
        .map(Use.PlotUse.class::cast)
        .forEach(use -> isThere(use.example(), use.place()));
    Map<String, List<Listing>> listings =
        book.chapters()
            .flatMap(chapter -> chapter.listings().stream())
            .collect(Collectors.groupingBy(Listing::origin));
    examples.values().forEach(example -> checkShown(example, listings));
  }

  private void see(Use.ExampleUse use) {
    ExampleFile example = examples.get(use.id());
    if (!isThere(use.id(), use.place()) || example == null) {
      return;
    }
    shown.add(use.id());
    for (String tag : use.tags()) {
      shownTags.computeIfAbsent(use.id(), _ -> new TreeSet<>()).add(tag);
      Set<String> known = example.tagged().regions().keySet();
      if (!known.contains(tag)) {
        problems.error(
            "unknown-tag",
            use.place(),
            example.file() + " has no tag " + tag,
            NearestName.hint(tag, known));
      }
    }
  }

  private boolean isThere(String id, Place place) {
    if (!examples.containsKey(id)) {
      String hint = NearestName.hint(id, examples.keySet());
      problems.error("unknown-example", place, "no example is called " + id, hint);
    }
    return examples.containsKey(id);
  }

  private void checkShown(ExampleFile example, Map<String, List<Listing>> listings) {
    List<Listing> included = listings.getOrDefault(example.file(), List.of());
    if (!shown.contains(example.id()) && included.isEmpty()) {
      problems.error(
          "unused-example",
          example.at(0),
          "no chapter shows the example " + example.id(),
          "show it: example::" + example.id() + "[]");
    }
    Set<String> tags = shownTags.getOrDefault(example.id(), Set.of());
    example
        .tagged()
        .regions()
        .forEach(
            (tag, region) -> {
              if (!tags.contains(tag) && !isIncluded(region, included)) {
                problems.error(
                    "unused-tag",
                    example.at(region.start()),
                    "no chapter shows the tag " + tag,
                    "show it: example::" + example.id() + "[tags=" + tag + "], or remove it");
              }
            });
  }

  private static boolean isIncluded(TaggedSource.Region region, Collection<Listing> listings) {
    String wanted = flat(region.text());
    return listings.stream().anyMatch(listing -> flat(listing.text()).contains(wanted));
  }

  private static String flat(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
