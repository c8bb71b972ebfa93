package org.ringbook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.export.BrowserExport;
import org.ringbook.search.index.SearchIndex;

/** Builds the index aside, exports it for the browser, and swaps it in with the site. */
public final class SearchStage {

  private final Path index;
  private final Path aside;

  /** A stage whose finished index is at a folder. */
  public SearchStage(Path index) {
    this.index = index;
    this.aside = index.resolveSibling(index.getFileName() + ".new");
  }

  /**
   * An index as the browser searches it.
   *
   * @param documents how many there are
   * @param files by their path on the site
   */
  public record Export(int documents, SortedMap<String, byte[]> files) {

    /** Nothing to search. */
    public static final Export NONE = new Export(0, new TreeMap<>());
  }

  /** Indexes the documents; without any there is nothing to search. */
  public Export build(List<SearchDocument> documents) throws IOException {
    delete(aside);
    if (documents.isEmpty()) {
      return Export.NONE;
    }
    SearchIndex.build(documents, aside);
    try (SearchIndex built = SearchIndex.open(aside)) {
      return new Export(documents.size(), BrowserExport.files(built));
    }
  }

  /** Makes the index that was built the one that commands search. */
  public void publish() throws IOException {
    delete(index);
    if (Files.exists(aside)) {
      Files.move(aside, index);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
