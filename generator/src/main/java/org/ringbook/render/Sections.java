package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.ringbook.model.Chapter;
import org.ringbook.model.Section;
import org.ringbook.model.Volume;

/** Cuts a chapter into what a reader finds by search: its opening and its sections. */
final class Sections {

  private Sections() {}

  static List<Section> of(Volume volume, Chapter chapter, String path, ChapterBody body) {
    String title = Addresses.plain(chapter.title());
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            path,
            title,
            volume.title(),
            volume.slug(),
            chapter.topics(),
            words(body.tree().select("> :not(.sect1)"))));
    String breadcrumb = volume.title() + " › " + chapter.number() + " " + title;
    for (Element part : body.tree().select("div.sect1, div.sect2")) {
      Element heading = part.selectFirst("h2[id], h3[id]");
      if (heading != null) {
        sections.add(
            new Section(
                path + "#" + heading.id(),
                title(heading),
                breadcrumb,
                volume.slug(),
                chapter.topics(),
                words(part.children())));
      }
    }
    return sections;
  }

  private static String title(Element heading) {
    Element copy = heading.clone();
    copy.select(".num, .anchor").remove();
    return copy.text();
  }

  /**
   * Words without headings, drawings and whole examples, and without deeper sections. Rows of the
   * API map are left out, too: each is a search document of its own.
   */
  private static String words(List<Element> parts) {
    StringBuilder words = new StringBuilder();
    for (Element part : parts) {
      Element copy = part.clone();
      copy.select("h2, h3, svg, .example, div.sect2, .anchor, pre, .api-table").remove();
      words.append(copy.text()).append('\n');
    }
    return words.toString().strip();
  }
}
