package org.ringbook.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.parse.BookOutline.ChapterEntry;
import org.ringbook.parse.BookOutline.TopicEntry;
import org.ringbook.parse.BookOutline.TopicReference;
import org.ringbook.parse.BookOutline.VolumeEntry;
import org.ringbook.source.BookRoot;
import org.ringbook.source.BookRoot.Resolution;

/** Compares the outline with the files there are, and topics with the chapters that cover them. */
final class OutlineCheck {

  private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9-]*");

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
    check.addresses();
    check.chapters();
    check.topics();
    check.unlisted();
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

  /** Whether a name may stand in the address of a page; all else could lead out of the site. */
  static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  /** The chapter's file, as long as it is one of the book. */
  static Resolution file(BookRoot root, Path volumes, VolumeEntry volume, ChapterEntry chapter) {
    return isAddress(chapter.slug())
        ? root.resolve(volumes, volume.folder() + "/" + chapter.slug() + ".adoc")
        : new Resolution.Outside();
  }

  private void addresses() {
    Set<String> seen = new HashSet<>();
    for (VolumeEntry volume : outline.volumes()) {
      if (!volume.slug().isEmpty() && !isAddress(volume.slug())) {
        problems.error(
            "bad-volume-name",
            volume.place(),
            "volume slug " + volume.slug() + " is not an address",
            "Use lower-case letters, digits and hyphens.");
      } else if (!seen.add(volume.slug())) {
        problems.error(
            "duplicate-volume",
            volume.place(),
            "volume slug " + volume.slug() + " is taken",
            "A volume's slug is its folder on the site.");
      }
    }
  }

  private void file(VolumeEntry volume, ChapterEntry chapter) {
    Resolution found = file(root, volumes, volume, chapter);
    if (chapter.slug().isEmpty()) {
      return;
    }
    if (!isAddress(chapter.slug())) {
      problems.error(
          "bad-chapter-name",
          chapter.place(),
          "chapter name " + chapter.slug() + " is not an address",
          "Use lower-case letters, digits and hyphens.");
    } else if (found instanceof Resolution.Outside) {
      problems.error(
          "path-outside-book",
          chapter.place(),
          "the file of chapter " + chapter.slug() + " is outside the book",
          "Name a folder below volumes/, and put the file itself there.");
    } else if (found instanceof Resolution.Missing(Path file)) {
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

  /** Files that begin with an underscore are parts that chapters include. */
  private void unlisted() {
    Set<Path> listed = new HashSet<>();
    for (VolumeEntry volume : outline.volumes()) {
      for (ChapterEntry chapter : volume.chapters()) {
        if (file(root, volumes, volume, chapter) instanceof Resolution.Inside(Path file)) {
          listed.add(file);
        }
      }
    }
    Siblings.below(volumes, ".adoc").stream()
        .filter(file -> !Files.isSymbolicLink(file) && !listed.contains(file))
        .filter(file -> !String.valueOf(file.getFileName()).startsWith("_"))
        .forEach(
            file ->
                problems.error(
                    "chapter-not-listed",
                    Place.of(root.relative(file)),
                    "this chapter is missing from book.yaml",
                    "List it under the chapters of its volume."));
  }

  private void topics() {
    Map<String, TopicEntry> known = new LinkedHashMap<>();
    for (VolumeEntry volume : outline.volumes()) {
      for (TopicEntry topic : volume.topics()) {
        if (known.putIfAbsent(topic.id(), topic) != null) {
          problems.error(
              "duplicate-topic",
              topic.place(),
              "topic " + topic.id() + " is listed twice",
              "Give one of the two another id.");
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
