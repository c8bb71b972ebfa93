package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.asciidoctor.log.LogRecord;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;

/** A warning of Asciidoctor as a problem: with a place even where it has none, and with a hint. */
final class LogMessage {

  /** What to do about a message, by how it begins. */
  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry("unterminated", "Close it with the line that opens it."),
          Map.entry("skipping reference", "Define it in book.yaml, or write \\{ for a brace."),
          Map.entry("section title out of", "Go down one level at a time: ==, then ===."),
          Map.entry("level 0 sections", "Begin a section with ==; = is the chapter's title."),
          Map.entry("no callout found", "Mark the line in the listing, or remove the item."),
          Map.entry("callout list item", "Number the items in the order of the marks."),
          Map.entry("list item index", "Number the items in order, or begin each with a dot."),
          Map.entry("dropping cell", "Give each row as many cells as there are columns."),
          Map.entry("table missing leading", "Begin the first row with |."),
          Map.entry("invalid substitution", "Known are: attributes, callouts, macros, quotes, …"),
          Map.entry("invalid footnote", "Define the footnote before it is referred to."),
          Map.entry("unmatched preprocessor", "Remove it, or add the ifdef that it ends."));

  private LogMessage() {}

  /** A problem for each place; a message that has none is about each line that has its words. */
  static List<Problem> of(LogRecord message, ChapterSession session) {
    String text = message.getMessage().replace('\n', ' ').strip();
    var cursor = message.getCursor();
    List<Place> places =
        cursor == null || cursor.getLineNumber() <= 0
            ? mentions(words(text), session)
            : List.of(session.place(cursor.getFile(), cursor.getLineNumber() + shift(text)));
    return places.stream()
        .map(place -> Problem.error("asciidoc", place, text, hint(text)))
        .toList();
  }

  /** Asciidoctor is a line early with what it finds in the brackets above a block. */
  private static int shift(String text) {
    return text.endsWith("detected in style attribute") ? 1 : 0;
  }

  private static String hint(String text) {
    return HINTS.entrySet().stream()
        .filter(hint -> text.startsWith(hint.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** What the chapter says where a message is about it. */
  private static Pattern words(String text) {
    if (text.contains("partintro")) {
      return Pattern.compile("\\[partintro");
    }
    String last = Pattern.quote(text.replaceFirst("; use .*", "").replaceFirst(".*?: ", ""));
    if (text.startsWith("invalid substitution")) {
      String macro = text.contains("macro") ? "pass:" : "subs=";
      return Pattern.compile(macro + "[^\\]]*\\b" + last + "\\b");
    }
    return Pattern.compile(text.contains("missing attribute") ? "\\{" + last + "\\}" : last);
  }

  private static List<Place> mentions(Pattern words, ChapterSession session) {
    List<Path> files = new ArrayList<>(List.of(session.file));
    files.addAll(session.files);
    List<Place> places = new ArrayList<>();
    for (Path file : files) {
      String name = session.root.relative(file);
      int number = 0;
      for (String line : lines(file)) {
        number++;
        if (words.matcher(line).find()) {
          places.add(new Place(name, number));
        }
      }
    }
    return places.isEmpty() ? List.of(session.place(0)) : places;
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
