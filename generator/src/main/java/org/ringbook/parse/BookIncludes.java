package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
    Place place = chapter.place(reader.getLineNumber() - 1);
    switch (chapter.root.resolve(folder(chapter), target)) {
      case Resolution.Outside _ -> chapter.problems.add(outside(place, target));
      case Resolution.Missing(Path file) -> chapter.problems.add(missing(place, target, file));
      case Resolution.Inside(Path file) ->
          reader.pushInclude(
              include(chapter, place, file, attributes),
              file.toString(),
              target,
              1,
              new HashMap<>());
    }
  }

  private static Path folder(ChapterSession chapter) {
    Path folder = chapter.file.getParent();
    return folder == null ? chapter.root.path() : folder;
  }

  private static String include(
      ChapterSession chapter, Place place, Path file, Map<String, Object> attributes) {
    chapter.files.add(file);
    String origin = chapter.root.relative(file);
    TaggedSource source = TaggedSource.of(read(file));
    List<String> tags = tags(attributes);
    String text = tags.isEmpty() ? source.body() : regions(chapter, place, origin, source, tags);
    chapter.included.add(new ChapterSession.Included(origin, text));
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
      return Files.readString(file);
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

  private static Problem missing(Place place, String target, Path file) {
    return Problem.error(
        "missing-include",
        place,
        "included file not found: " + target,
        NearestName.hint(String.valueOf(file.getFileName()), Siblings.of(file)));
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
