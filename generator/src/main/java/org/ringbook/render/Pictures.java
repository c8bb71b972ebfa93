package org.ringbook.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Volume;
import org.ringbook.source.BookRoot;
import org.ringbook.source.BookRoot.Resolution;

/**
 * Takes the pictures of chapters along to the site. They stand in or below their chapter's folder;
 * one that doesn't is left out, and the link check says so.
 */
final class Pictures {

  private final BookRoot root;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  Pictures(Book book) {
    this.root = new BookRoot(book.root());
  }

  /** Pictures by their path on the site. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  void of(Volume volume, Chapter chapter, Element body) {
    Path folder = root.path().resolve(chapter.source()).resolveSibling("");
    for (String source : body.select("img[src]").eachAttr("src")) {
      if (!source.contains("..")
          && root.resolve(folder, source) instanceof Resolution.Inside(Path file)) {
        files.put(volume.slug() + "/" + source, read(file));
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
