package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.ringbook.render.page.TocEntry;

/** Numbers the sections of a chapter and gives each a link to itself. */
final class Headings {

  /** Sections that end every chapter; they are found by their names and carry no number. */
  private static final List<String> UNNUMBERED = List.of("Try next", "Questions", "Sources");

  private Headings() {}

  static List<TocEntry> number(Element body, String chapter) {
    List<TocEntry> toc = new ArrayList<>();
    int section = 0;
    int subsection = 0;
    for (Element heading : body.select("h2[id], h3[id]")) {
      boolean top = heading.normalName().equals("h2");
      String title = heading.text();
      boolean numbered = top && !UNNUMBERED.contains(title);
      if (top) {
        section += numbered ? 1 : 0;
        subsection = 0;
      } else {
        subsection++;
      }
      String number = numbered ? chapter + "." + section : "";
      if (!top) {
        number = chapter + "." + section + "." + subsection;
      }
      mark(heading, number, title);
      if (top) {
        toc.add(new TocEntry(number, title, heading.id()));
      }
    }
    return toc;
  }

  private static void mark(Element heading, String number, String title) {
    heading
        .appendText(" ")
        .appendElement("a")
        .addClass("anchor")
        .attr("href", "#" + heading.id())
        .attr("aria-label", "Link to section " + title);
    if (!number.isEmpty()) {
      heading.prependText(" ").prependElement("span").addClass("num").text(number);
    }
  }
}
