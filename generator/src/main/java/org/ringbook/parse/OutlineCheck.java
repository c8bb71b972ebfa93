package org.ringbook.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.parse.BookOutline.ChapterEntry;
import org.ringbook.parse.BookOutline.TopicEntry;
import org.ringbook.parse.BookOutline.TopicReference;
import org.ringbook.parse.BookOutline.VolumeEntry;
import org.ringbook.source.BookRoot;

/** Compares the outline with the files there are, and topics with the chapters that cover them. */
final class OutlineCheck {

  private final BookOutline outline;
  private final Path volumes;
  private final BookRoot root;
  private final Problems problems;

  private OutlineCheck(BookOutline outline, Path volumes, BookRoot root, Problems problems) {
    this.outline = outline;
    this.volumes = volumes;
    this.root = root;
    this.problems = problems;
  }

  static void check(BookOutline outline, Path volumes, BookRoot root, Problems problems) {
    var check = new OutlineCheck(outline, volumes, root, problems);
    check.chapters();
    check.topics();
    outline.volumes().forEach(check::unlisted);
  }

  private void chapters() {
    Map<String, Place> seen = new HashMap<>();
    for (VolumeEntry volume : outline.volumes()) {
      for (ChapterEntry chapter : volume.chapters()) {
        Place first = seen.putIfAbsent(chapter.slug(), chapter.place());
        if (first != null) {
          problems.error(
              "duplicate-chapter",
              chapter.place(),
              "chapter " + chapter.slug() + " is listed twice",
              "It stands at " + first + " already; a chapter's name is its address.");
        }
        file(volume, chapter);
      }
    }
  }

  private void file(VolumeEntry volume, ChapterEntry chapter) {
    Path file = volumes.resolve(volume.folder()).resolve(chapter.slug() + ".adoc");
    if (!chapter.slug().matches("[a-z0-9][a-z0-9-]*")) {
      problems.error(
          "bad-chapter-name",
          chapter.place(),
          "chapter name " + chapter.slug() + " is not an address",
          "Use lower-case letters, digits and hyphens.");
    } else if (!Files.isRegularFile(file)) {
      List<String> candidates =
          Siblings.of(file).stream().map(name -> name.replaceFirst("\\.adoc$", "")).toList();
      problems.error(
          "chapter-without-file",
          chapter.place(),
          "no file " + root.relative(file),
          NearestName.hint(chapter.slug(), candidates));
    }
    if (chapter.topics().isEmpty()) {
      problems.error(
          "chapter-without-topics",
          chapter.place(),
          "chapter " + chapter.slug() + " covers no topic",
          "Name the topics it covers: topics: […].");
    }
  }

  private void unlisted(VolumeEntry volume) {
    Path folder = volumes.resolve(volume.folder());
    Set<String> listed =
        volume.chapters().stream()
            .map(chapter -> chapter.slug() + ".adoc")
            .collect(Collectors.toSet());
    Siblings.of(folder.resolve("any")).stream()
        .filter(name -> name.endsWith(".adoc") && !listed.contains(name))
        .forEach(
            name ->
                problems.error(
                    "chapter-not-listed",
                    Place.of(root.relative(folder.resolve(name))),
                    "this chapter is missing from book.yaml",
                    "List it under the chapters of its volume."));
  }

  private void topics() {
    Map<String, TopicEntry> known = new LinkedHashMap<>();
    for (VolumeEntry volume : outline.volumes()) {
      for (TopicEntry topic : volume.topics()) {
        if (known.putIfAbsent(topic.id(), topic) != null) {
          problems.error(
              "duplicate-topic", topic.place(), "topic " + topic.id() + " is listed twice", "");
        }
      }
    }
    Map<String, TopicReference> covered = covered(known);
    known.values().stream().filter(t -> !covered.containsKey(t.id())).forEach(this::uncovered);
    covered.keySet().stream()
        .map(known::get)
        .filter(t -> t != null && t.planned())
        .forEach(this::notPlanned);
  }

  private Map<String, TopicReference> covered(Map<String, TopicEntry> known) {
    Map<String, TopicReference> covered = new LinkedHashMap<>();
    for (VolumeEntry volume : outline.volumes()) {
      for (ChapterEntry chapter : volume.chapters()) {
        for (TopicReference reference : chapter.topics()) {
          TopicEntry topic = known.get(reference.id());
          TopicReference first = covered.putIfAbsent(reference.id(), reference);
          if (topic == null) {
            unknown(reference, known.keySet());
          } else if (first != null && !topic.repeated()) {
            twice(reference, first);
          }
        }
      }
    }
    return covered;
  }

  private void unknown(TopicReference reference, Set<String> known) {
    problems.error(
        "unknown-topic",
        reference.place(),
        "no topic " + reference.id(),
        NearestName.hint(reference.id(), known));
  }

  private void twice(TopicReference reference, TopicReference first) {
    problems.error(
        "topic-covered-twice",
        reference.place(),
        "topic " + reference.id() + " is covered at " + first.place() + " already",
        "Cover it in one chapter, or mark the topic repeated: true.");
  }

  private void uncovered(TopicEntry topic) {
    if (!topic.planned()) {
      problems.error(
          "topic-not-covered",
          topic.place(),
          "no chapter covers topic " + topic.id(),
          "Name it in a chapter's topics, or mark it planned: true.");
    }
  }

  private void notPlanned(TopicEntry topic) {
    problems.error(
        "topic-not-planned",
        topic.place(),
        "topic " + topic.id() + " is covered, yet marked planned",
        "Remove planned: true.");
  }
}
