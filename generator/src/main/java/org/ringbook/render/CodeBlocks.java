package org.ringbook.render;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.ringbook.model.Judgement;
import org.ringbook.model.Listing;
import org.ringbook.render.highlight.Highlighter;
import org.ringbook.render.page.ListingBox;
import org.ringbook.render.page.ProofNote;
import org.ringbook.render.page.Theme;

/** Colours the source listings of a chapter and says which file each comes from. */
final class CodeBlocks {

  private final Theme theme;
  private final Map<Listing, Judgement> judgements;

  CodeBlocks(Theme theme, Map<Listing, Judgement> judgements) {
    this.theme = theme;
    this.judgements = judgements;
  }

  /**
   * Replaces Asciidoctor's listing blocks.
   *
   * @param listings of the chapter, in the order of the blocks
   * @param path of the chapter's page
   */
  void colour(Element body, List<Listing> listings, String path) {
    Iterator<Listing> next = listings.iterator();
    for (Element block : body.select("div.listingblock")) {
      if (next.hasNext()) {
        replace(block, next.next(), path);
      }
    }
  }

  private void replace(Element block, Listing listing, String path) {
    Element title = block.selectFirst("> div.title");
    var box =
        new ListingBox(
            name(listing.language()),
            title == null ? "" : title.text(),
            listing.origin(),
            Highlighter.html(listing.language(), flush(listing.text())),
            note(listing));
    block.before(theme.listing(path, box));
    block.remove();
  }

  private ProofNote note(Listing listing) {
    Judgement judgement = judgements.get(listing);
    return judgement == null ? ProofNote.NONE : ProofNotes.of(judgement);
  }

  /** A part of a class starts at the margin, as a whole file does. */
  private static String flush(String text) {
    return text.stripTrailing().stripIndent();
  }

  private static String name(String language) {
    return switch (language) {
      case "java" -> "Java";
      case "console", "sh", "text" -> language;
      default -> language.toUpperCase(Locale.ROOT);
    };
  }
}
