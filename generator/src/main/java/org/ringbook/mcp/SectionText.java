package org.ringbook.mcp;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A part of a page as plain text: paragraphs, list items, table rows, and code as it stands. */
final class SectionText {

  private static final String UNREAD =
      "script, style, nav, button, svg, .anchor, .num, .with-js, [hidden]";

  private final StringBuilder text = new StringBuilder();

  private SectionText() {}

  /**
   * The section that a url's fragment names. A url without one gives the whole page, or, where that
   * is a chapter, what stands before its sections and where these are.
   */
  static String of(String html, String url) {
    Document page = Jsoup.parse(html);
    int hash = url.indexOf('#');
    SectionText text = new SectionText();
    if (hash >= 0) {
      text.write(section(page, url.substring(hash + 1)));
    } else {
      text.page(page, url);
    }
    return text.text.toString().replaceAll("(?m)[ \t]+$", "").replaceAll("\n{3,}", "\n\n").strip();
  }

  /** A heading stands for its section, a row of a table for itself. */
  private static Element section(Document page, String id) {
    Element named = page.getElementById(id);
    if (named == null) {
      return main(page);
    }
    Element around = named.closest("div.sect1, div.sect2, section");
    return named.tagName().matches("h[1-6]") && around != null ? around : named;
  }

  private static Element main(Document page) {
    Element main = page.selectFirst("main");
    return main == null ? page.body() : main;
  }

  private void page(Document page, String url) {
    Element main = main(page).clone();
    var sections = main.select("div.sect1 > h2[id]");
    main.select("div.sect1").remove();
    write(main);
    if (!sections.isEmpty()) {
      text.append("\n\nSections:\n");
    }
    for (Element heading : sections) {
      heading.select(".num, .anchor").remove();
      text.append("- ").append(heading.text()).append(": ").append(url).append('#');
      text.append(heading.id()).append('\n');
    }
  }

  private void write(Element part) {
    Element copy = part.clone();
    for (Element image : copy.select("[role=img][aria-label]")) {
      image.text("[figure: " + image.attr("aria-label") + "]");
    }
    copy.select(UNREAD).remove();
    node(copy);
  }

  private void node(Node node) {
    switch (node) {
      case TextNode words -> inline(words.getWholeText());
      case Element element -> element(element);
      default -> {}
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "pre" ->
          text.append("\n\n```\n").append(element.wholeText().strip()).append("\n```\n\n");
      case "br" -> text.append('\n');
      case "li" -> opened("\n- ", element);
      case "tr" -> opened("\n", element);
      case "td", "th" -> cell(element);
      case "del" -> opened("× ", element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> opened("\n\n## ", element);
      default -> {
        boolean block = element.isBlock() || element.normalName().equals("figcaption");
        text.append(block ? "\n\n" : "");
        children(element);
        text.append(block ? "\n\n" : "");
      }
    }
  }

  /** A cell that names its column, such as an operating system, is a paragraph of its own. */
  private void cell(Element cell) {
    String column = cell.attr("data-os");
    if (!column.isEmpty()) {
      text.append("\n\n[").append(column).append("] ");
    }
    children(cell);
    text.append(column.isEmpty() ? " | " : "\n\n");
  }

  private void opened(String opening, Element element) {
    text.append(opening);
    children(element);
    text.append('\n');
  }

  private void children(Element element) {
    element.childNodes().forEach(this::node);
  }

  private void inline(String words) {
    String flat = words.replaceAll("\\s+", " ");
    boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    text.append(atStart ? flat.stripLeading() : flat);
  }
}
