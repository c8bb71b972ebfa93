package org.ringbook.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asciidoctor.Attributes;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Listing;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Question;
import org.ringbook.model.Use;

/** Turns one AsciiDoc file into HTML with placeholders, its uses and its listings. */
final class ChapterParser {

  /**
   * A chapter's text.
   *
   * @param title as HTML
   * @param html the body
   */
  record Parsed(
      String title,
      String html,
      List<Use> uses,
      List<Listing> listings,
      List<Question> questions) {}

  private @Nullable AsciiDoctor asciidoctor;

  Parsed parse(String text, ChapterSession session, Map<String, String> attributes) {
    Document document = asciidoctor().load(text, session, attributes(attributes));
    String html = document.convert();
    String title = document.getDoctitle();
    if (title == null || title.isBlank()) {
      session.problems.add(untitled(session));
    }
    UnknownMacros.check(document, session);
    Images.checkInline(text, session);
    List<Use> uses = uses(document, session);
    uses.addAll(Uses.inline(text, session));
    return new Parsed(
        title == null ? "" : title,
        html,
        uses,
        listings(document, session),
        Questions.of(document, session));
  }

  private AsciiDoctor asciidoctor() {
    if (asciidoctor == null) {
      asciidoctor = new AsciiDoctor();
    }
    return asciidoctor;
  }

  private static Attributes attributes(Map<String, String> book) {
    var builder =
        Attributes.builder()
            .attribute("idprefix", "")
            .attribute("idseparator", "-")
            .attribute("source-highlighter", null)
            .attribute("sectids", "")
            .attribute("attribute-missing", "warn")
            .attribute("attribute-undefined", "warn")
            .attribute("relfilesuffix", ".html")
            .attribute("table-caption", null)
            .attribute("figure-caption", null);
    book.forEach(builder::attribute);
    return builder.build();
  }

  private static List<Use> uses(Document document, ChapterSession session) {
    Map<String, Place> places = new HashMap<>();
    for (StructuralNode block : document.findBy(Map.of("context", ":pass"))) {
      Object number = block.getAttribute(RequestMacros.NUMBER);
      if (number != null) {
        places.put(number.toString(), place(block, session));
      }
    }
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < session.requests.size(); i++) {
      Place place = places.getOrDefault(String.valueOf(i), session.place(0));
      uses.add(Uses.of(session.requests.get(i), place, session.problems));
    }
    return uses;
  }

  private static List<Listing> listings(Document document, ChapterSession session) {
    Images.check(document, session);
    List<Listing> listings = new ArrayList<>();
    for (StructuralNode node : document.findBy(Map.of("context", ":listing"))) {
      if (node instanceof Block block) {
        Object language = block.getAttribute("language", "text");
        String source = block.getSource();
        listings.add(
            new Listing(
                String.valueOf(language),
                source,
                listingPlace(block, session),
                origin(source, session)));
      }
    }
    return listings;
  }

  /** Asciidoctor places a block that begins with an include in the file that was included. */
  private static Place listingPlace(Block block, ChapterSession session) {
    Place place = place(block, session);
    return session.included.stream()
        .filter(part -> part.origin().equals(place.file()) && !part.origin().endsWith(".adoc"))
        .filter(part -> block.getSource().contains(part.text().strip()))
        .map(part -> new Place(part.place().file(), Math.max(0, part.place().line() - 1)))
        .findFirst()
        .orElse(place);
  }

  /** The file whose text the block shows, whole and unchanged. */
  private static String origin(String source, ChapterSession session) {
    return session.included.stream()
        .filter(included -> included.text().strip().equals(source.strip()))
        .map(ChapterSession.Included::origin)
        .findFirst()
        .orElse("");
  }

  private static Problem untitled(ChapterSession session) {
    return Problem.error(
        "no-title",
        session.place(1),
        "this chapter has no title",
        "Begin it with = and its title.");
  }

  /** Where a block stands, be it in the chapter or in a file that the chapter includes. */
  static Place place(StructuralNode block, ChapterSession session) {
    var location = block.getSourceLocation();
    return location == null
        ? session.place(0)
        : session.place(location.getPath(), location.getLineNumber());
  }
}
