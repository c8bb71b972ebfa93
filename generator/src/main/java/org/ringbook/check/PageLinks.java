package org.ringbook.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page offers and what it asks for.
 *
 * @param ids of its elements
 * @param duplicateIds those that stand twice
 * @param targets of its links, style sheets, scripts and pictures, as written
 * @param silentImages sources of pictures without a text alternative
 */
record PageLinks(
    Set<String> ids, List<String> duplicateIds, List<String> targets, List<String> silentImages) {

  static PageLinks of(String html) {
    Document document = Jsoup.parse(html);
    Set<String> ids = new HashSet<>();
    List<String> duplicates = new ArrayList<>();
    for (Element element : document.select("[id]")) {
      if (!ids.add(element.id())) {
        duplicates.add(element.id());
      }
    }
    List<String> targets = new ArrayList<>();
    document.select("a[href], link[href]").forEach(e -> targets.add(e.attr("href")));
    document.select("script[src], img[src]").forEach(e -> targets.add(e.attr("src")));
    List<String> silent = document.select("img:not([alt]), img[alt=\"\"]").eachAttr("src");
    return new PageLinks(ids, duplicates, targets, silent);
  }
}
