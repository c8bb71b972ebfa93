package org.ringbook.render;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.ringbook.model.Chapter;
import org.ringbook.render.glossary.TermLinks;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.TocEntry;

/**
 * The finished body of a chapter.
 *
 * @param html trusted HTML
 * @param lead its opening sentences as plain text
 * @param toc its sections
 * @param tree the same HTML as a tree, for the search index; must not be changed
 */
record ChapterBody(String html, String lead, List<TocEntry> toc, Element tree) {

  ChapterBody {
    toc = List.copyOf(toc);
  }

  /** Finishes what AsciiDoc gave; the steps don't depend on one another's results but on order. */
  static ChapterBody finish(
      Chapter chapter,
      String path,
      CodeBlocks code,
      UseBlocks uses,
      References references,
      TermLinks terms) {
    Document document = Jsoup.parseBodyFragment(chapter.html());
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    List<TocEntry> toc = Headings.number(body, chapter.number());
    Boxes.shape(body);
    references.lead(body, path);
    references.kernelNames(body, path);
    terms.link(body, Addresses.relative(path, SiteModel.GLOSSARY));
    code.colour(body, chapter.listings(), path);
    uses.fill(body, chapter, path);
    Element lead = body.selectFirst(".lead");
    return new ChapterBody(body.html(), lead == null ? "" : lead.text(), toc, body);
  }
}
