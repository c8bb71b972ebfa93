package org.ringbook.search.apimap;

import java.util.stream.Stream;

/** A category as an HTML table: a row for each concept, a column for each system. */
public final class ApiTable {

  private ApiTable() {}

  /**
   * The table in a region that scrolls sideways on a narrow screen and takes the keyboard's focus.
   *
   * <p>Each row has the anchor of its concept. There are classes but no styles and no scripts; all
   * text is escaped. A row's title links to the page of its concept, {@code <id>.html}, which says
   * where each name is declared.
   *
   * @param pages the way from the page that shows the table to the folder of those pages, such as
   *     {@code ../api/}
   */
  public static String html(Category category, String pages) {
    HtmlText html = new HtmlText();
    String label = HtmlText.escape(category.title());
    html.raw(
            "<div class=\"table-scroll api-cards\" role=\"group\" tabindex=\"0\" aria-label=\""
                + label)
        .raw("\">\n<table class=\"api-table\">\n")
        .element("caption", "", category.title())
        .raw("\n<thead>\n<tr><th scope=\"col\">Concept, and what bites</th>");
    Stream.of(Os.values())
        .forEach(os -> html.raw("<th scope=\"col\">").text(os.title()).raw("</th>"));
    html.raw("</tr>\n</thead>\n<tbody>\n");
    category.concepts().forEach(concept -> row(html, concept, pages));
    return html.raw("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void row(HtmlText html, Concept concept, String pages) {
    String anchor = HtmlText.escape(concept.anchor());
    String title = HtmlText.escape(concept.title());
    html.raw("<tr id=\"" + anchor + "\">\n<th scope=\"row\" abbr=\"" + title + "\">")
        .raw("<a class=\"api-title\" href=\"")
        .text(pages + concept.id() + ".html")
        .raw("\">")
        .text(concept.title())
        .raw("</a> ")
        .element("span", "api-relation api-" + concept.relation().key(), concept.relation().key())
        .element("p", "api-note", concept.note())
        .raw("</th>\n");
    Stream.of(Os.values())
        .forEach(os -> ApiCell.write(html, os, concept.on(os), concept.falseFriendsOn(os)));
    html.raw("</tr>\n");
  }
}
