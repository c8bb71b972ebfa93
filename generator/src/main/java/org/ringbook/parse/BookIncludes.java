package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.source.BookRoot.Resolution;
import org.ringbook.source.TaggedSource;

/**
 * Includes files of the book, whole or by region, and remembers which listing came from where.
 *
 * <p>Asciidoctor's own include would read any file below its base folder, take a missing tag for an
 * empty one, and follow symbolic links.
 */
final class BookIncludes extends IncludeProcessor {

  private static final Set<String> OPTIONS = Set.of("tag", "tags");

  private final Supplier<ChapterSession> session;

  BookIncludes(Supplier<ChapterSession> session) {
    this.session = session;
  }

  @Override
  public boolean handles(String target) {
    return true;
  }

  @Override
  public void process(
      Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
    ChapterSession chapter = session.get();
    Path from = from(chapter, reader);
    Place place = chapter.place(from.toString(), reader.getLineNumber() - 1);
    unknownOptions(attributes).forEach(option -> chapter.problems.add(unknown(place, option)));
    switch (chapter.root.resolve(from.resolveSibling(""), target)) {
      case Resolution.Outside _ -> chapter.problems.add(outside(place, target));
      case Resolution.Missing(Path file) -> chapter.problems.add(missing(place, target, file));
      case Resolution.Inside(Path file) when chapter.includesItself(from, file) ->
          chapter.problems.add(circle(place, target));
      case Resolution.Inside(Path file) -> {
        String text = include(chapter, place, file, attributes);
        reader.pushInclude(text, file.toString(), file.toString(), 1, new HashMap<>());
      }
    }
  }

  /** The file that the directive stands in; Asciidoctor names none for the chapter itself. */
  private static Path from(ChapterSession chapter, PreprocessorReader reader) {
    String file = reader.getFile();
    return chapter.files.stream()
        .filter(included -> included.toString().equals(file))
        .findFirst()
        .orElse(chapter.file);
  }

  private static List<String> unknownOptions(Map<String, Object> attributes) {
    return attributes.keySet().stream().filter(name -> !OPTIONS.contains(name)).sorted().toList();
  }

  private static String include(
      ChapterSession chapter, Place place, Path file, Map<String, Object> attributes) {
    chapter.files.add(file);
    String origin = chapter.root.relative(file);
    TaggedSource source = TaggedSource.of(read(file));
    List<String> tags = tags(attributes);
    String text = tags.isEmpty() ? source.body() : regions(chapter, place, origin, source, tags);
    chapter.included.add(new ChapterSession.Included(origin, text, place));
    return text;
  }

  private static String regions(
      ChapterSession chapter, Place place, String origin, TaggedSource source, List<String> tags) {
    SequencedMap<String, TaggedSource.Region> regions = source.regions();
    for (String tag : tags) {
      chapter.regions.add(new ChapterSession.ShownRegion(origin, tag));
      if (!regions.containsKey(tag)) {
        chapter.problems.add(unknownTag(place, origin, tag, regions));
      }
    }
    return String.join(
        "\n\n", tags.stream().filter(regions::containsKey).map(t -> text(regions, t)).toList());
  }

  private static String text(SequencedMap<String, TaggedSource.Region> regions, String tag) {
    TaggedSource.Region region = regions.get(tag);
    return region == null ? "" : region.text();
  }

  private static List<String> tags(Map<String, Object> attributes) {
    Object named = attributes.getOrDefault("tag", attributes.getOrDefault("tags", ""));
    return List.of(named.toString().split("[;,]", -1)).stream()
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem outside(Place place, String target) {
    return Problem.error(
        "path-outside-book",
        place,
        "include of " + target + " leaves the book",
        "Include only files below the book's root.");
  }

  private static Problem circle(Place place, String target) {
    return Problem.error(
        "include-in-a-circle",
        place,
        "include of " + target + " comes back to this file",
        "Remove one include of the circle.");
  }

  private static Problem unknown(Place place, String option) {
    return Problem.error(
        "unknown-include-option",
        place,
        "include knows no " + option,
        "Mark the lines as a region and write [tag=name].");
  }

  private static Problem missing(Place place, String target, Path file) {
    return Problem.error(
        "missing-include",
        place,
        "included file not found: " + target,
        NearestName.of(String.valueOf(file.getFileName()), Siblings.of(file))
            .map(name -> "did you mean " + name + "?")
            .orElse("A path is relative to the file that includes it."));
  }

  private static Problem unknownTag(
      Place place, String origin, String tag, SequencedMap<String, TaggedSource.Region> regions) {
    return Problem.error(
        "unknown-tag",
        place,
        "no region " + tag + " in " + origin,
        NearestName.hint(tag, regions.keySet()));
  }
}
