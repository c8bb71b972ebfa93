package org.ringbook.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Volume;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.NavChapter;

/** The sections of a book that name a kernel call, by the concepts that the name belongs to. */
final class Mentions {

  private final KernelNames names;
  private final Map<String, Set<Link>> sections = new HashMap<>();

  private Mentions(KernelNames names) {
    this.names = names;
  }

  /** Reads all chapters of a book; one without a finished body has no sections. */
  static Mentions of(Book book, Map<String, ChapterBody> bodies, KernelNames names) {
    Mentions mentions = new Mentions(names);
    for (Volume volume : book.volumes()) {
      for (Chapter chapter : volume.chapters()) {
        ChapterBody body = bodies.get(chapter.slug());
        if (body != null) {
          mentions.add(Addresses.nav(volume, chapter), body.tree());
        }
      }
    }
    return mentions;
  }

  /** The sections that mention a concept, in reading order. */
  List<Link> of(String concept) {
    return new ArrayList<>(sections.getOrDefault(concept, Set.of()));
  }

  private void add(NavChapter chapter, Element body) {
    for (Element name : body.select("a.api > code")) {
      Link section = section(chapter, name);
      for (String concept : names.concepts(name.text())) {
        sections.computeIfAbsent(concept, key -> new LinkedHashSet<>()).add(section);
      }
    }
  }

  /** The innermost section around an element, or the opening of its chapter. */
  static Link section(NavChapter chapter, Element element) {
    Element around = element.closest("div.sect1, div.sect2");
    Element heading = around == null ? null : around.selectFirst("h2[id], h3[id]");
    if (heading == null) {
      return new Link(chapter.number(), chapter.title(), chapter.url());
    }
    Element title = heading.clone();
    String number = title.select(".num").text();
    title.select(".num, .anchor").remove();
    return number.isEmpty()
        ? new Link(chapter.number(), title.text(), chapter.url() + "#" + heading.id())
        : new Link(number, title.text(), chapter.url() + "#" + heading.id());
  }
}
