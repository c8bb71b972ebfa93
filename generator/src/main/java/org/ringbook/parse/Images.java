package org.ringbook.parse;

import java.util.Map;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.ringbook.model.Problem;

/** Asciidoctor makes a text alternative of the file's name; a reader needs a real one. */
final class Images {

  private Images() {}

  static void check(Document document, ChapterSession session) {
    for (StructuralNode image : document.findBy(Map.of("context", ":image"))) {
      Object alt = image.getAttribute("alt", "");
      if (String.valueOf(alt).isBlank() || alt.equals(image.getAttribute("default-alt"))) {
        session.problems.add(
            Problem.error(
                "no-text-alternative",
                ChapterParser.place(image, session),
                "picture without a text alternative: " + image.getAttribute("target"),
                "Say what a reader who doesn't see it must know: image::file[what it shows]."));
      }
    }
  }
}
