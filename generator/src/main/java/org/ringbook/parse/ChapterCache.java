package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.parse.ChapterParser.Parsed;
import org.ringbook.source.BookRoot;

/**
 * Parsed chapters of this process, valid as long as their text and what they include is the same.
 */
final class ChapterCache {

  /**
   * A parsed chapter with what must be said again each time it is used.
   *
   * @param text of the chapter's file
   * @param attributes it was parsed with
   * @param included text of every file it includes
   */
  record Entry(
      Parsed chapter,
      List<Problem> problems,
      Set<ChapterSession.ShownRegion> shown,
      String text,
      Map<String, String> attributes,
      Map<Path, String> included) {}

  /** Stands in the text for bytes that are no UTF-8. */
  private static final char REPLACED = '\uFFFD';

  private final Map<Path, Entry> entries = new HashMap<>();
  private final ChapterParser parser;

  ChapterCache(ChapterParser parser) {
    this.parser = parser;
  }

  Entry parse(BookRoot root, Path file, Map<String, String> attributes, Problems problems) {
    String text = text(file);
    Entry entry = entries.get(file);
    if (entry == null || !isCurrent(entry, text, attributes)) {
      entry = read(root, file, text, attributes);
      entries.put(file, entry);
    }
    problems.addAll(entry.problems());
    return entry;
  }

  private Entry read(BookRoot root, Path file, String text, Map<String, String> attributes) {
    var session = new ChapterSession(root, file);
    if (text.indexOf(REPLACED) >= 0) {
      session.problems.add(notUtf8(session, text));
    }
    Parsed parsed = parser.parse(text, session, attributes);
    Map<Path, String> included = new HashMap<>();
    session.files.forEach(path -> included.put(path, text(path)));
    return new Entry(
        parsed,
        List.copyOf(session.problems),
        Set.copyOf(session.regions),
        text,
        attributes,
        included);
  }

  /** A chapter that has problems is read again: a file that was missing may be there now. */
  private static boolean isCurrent(Entry entry, String text, Map<String, String> attributes) {
    return entry.problems().isEmpty()
        && entry.text().equals(text)
        && entry.attributes().equals(attributes)
        && entry.included().entrySet().stream()
            .allMatch(
                file -> Files.exists(file.getKey()) && text(file.getKey()).equals(file.getValue()));
  }

  private static Problem notUtf8(ChapterSession session, String text) {
    int line = 1 + (int) text.substring(0, text.indexOf(REPLACED)).lines().count();
    return Problem.error(
        "not-utf-8", session.place(line), "this chapter is not UTF-8", "Save it as UTF-8.");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
