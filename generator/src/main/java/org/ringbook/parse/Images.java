package org.ringbook.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;

/** Asciidoctor makes a text alternative of the file's name; a reader needs a real one. */
final class Images {

  private static final Pattern INLINE = Pattern.compile("\\bimage:([^:\\s\\[]\\S*?)\\[\\]");

  private Images() {}

  /** {@code image:file[]} inside a paragraph; AsciiDoc tells no line of it, so it is read here. */
  static void checkInline(String text, ChapterSession session) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher image = INLINE.matcher(line);
      while (image.find()) {
        session.problems.add(silent(session.place(number), image.group(1)));
      }
    }
  }

  private static Problem silent(Place place, String target) {
    return Problem.error(
        "no-text-alternative",
        place,
        "picture without a text alternative: " + target,
        "Say what a reader who doesn't see it must know: image::file[what it shows].");
  }

  static void check(Document document, ChapterSession session) {
    for (StructuralNode image : document.findBy(Map.of("context", ":image"))) {
      Object alt = image.getAttribute("alt", "");
      if (String.valueOf(alt).isBlank() || alt.equals(image.getAttribute("default-alt"))) {
        Place place = ChapterParser.place(image, session);
        session.problems.add(silent(place, String.valueOf(image.getAttribute("target"))));
      }
    }
  }
}
