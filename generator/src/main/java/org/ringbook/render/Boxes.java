package org.ringbook.render;

import org.jsoup.nodes.Element;

/** Gives Asciidoctor's boxes and tables the form that the theme styles. */
final class Boxes {

  private Boxes() {}

  static void shape(Element body) {
    body.select("div.admonitionblock").forEach(Boxes::admonition);
    body.select("div.sidebarblock.outcome > div.content").forEach(Boxes::outcome);
    body.select("table.tableblock").forEach(Boxes::scroll);
  }

  /** A table for layout becomes a box with a title that says what it is for. */
  private static void admonition(Element box) {
    boolean bites = box.hasClass("warning") || box.hasClass("caution");
    Element content = box.selectFirst("td.content");
    if (content == null) {
      return;
    }
    Element shaped = new Element("div").addClass("content").html(content.html());
    box.empty()
        .attr("role", "note")
        .appendElement("div")
        .addClass("title")
        .text(bites ? "What bites" : "Note");
    box.appendChild(shaped);
    if (bites) {
      box.addClass("bites");
    }
  }

  private static void outcome(Element content) {
    content.prependElement("div").addClass("title").text("After this chapter you can");
  }

  /** A wide table scrolls inside its box, also by keyboard. */
  private static void scroll(Element table) {
    Element caption = table.selectFirst("caption");
    String label = caption == null ? "Table" : caption.text();
    Element box = new Element("div").addClass("table-scroll");
    box.attr("role", "group").attr("aria-label", label).attr("tabindex", "0");
    table.select("colgroup").remove(); // widths are style attributes, which the policy forbids
    table.replaceWith(box);
    box.appendChild(table);
  }
}
