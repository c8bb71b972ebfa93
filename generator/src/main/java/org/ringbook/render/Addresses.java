package org.ringbook.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Volume;
import org.ringbook.render.page.NavChapter;

/** Where everything stands on the site, relative to its root. */
final class Addresses {

  private final Map<String, NavChapter> chapters = new HashMap<>();

  Addresses(Book book) {
    for (Volume volume : book.volumes()) {
      for (Chapter chapter : volume.chapters()) {
        chapters.put(chapter.slug(), nav(volume, chapter));
      }
    }
  }

  static String volume(Volume volume) {
    return volume.slug() + "/index.html";
  }

  static String chapter(Volume volume, Chapter chapter) {
    return volume.slug() + "/" + chapter.slug() + ".html";
  }

  static String example(String id) {
    return "examples/" + id + ".html";
  }

  static String table(String slug) {
    return slug + ".html";
  }

  /** The names of all chapters. */
  Set<String> chapters() {
    return Set.copyOf(chapters.keySet());
  }

  /** The chapter of this name, with its number, plain title and address. */
  Optional<NavChapter> chapter(String slug) {
    return Optional.ofNullable(chapters.get(slug));
  }

  static NavChapter nav(Volume volume, Chapter chapter) {
    return new NavChapter(chapter.number(), plain(chapter.title()), chapter(volume, chapter));
  }

  /** Text of a title that AsciiDoc gave as HTML. */
  static String plain(String html) {
    return Parser.unescapeEntities(html.replaceAll("<[^>]*>", ""), false);
  }

  /** The way from one address to another, both relative to the root of the site. */
  static String relative(String from, String to) {
    return "../".repeat((int) from.chars().filter(c -> c == '/').count()) + to;
  }
}
