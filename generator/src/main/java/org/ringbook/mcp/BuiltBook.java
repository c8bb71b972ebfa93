package org.ringbook.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ringbook.build.BookFolders;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;

/** The index and the pages of the last build; only what the index lists can be read. */
final class BuiltBook {

  private static final String UNBUILT =
      "The handbook is not built yet: run ./ringbook build in its folder, then ask again."
          + " map_api and run_example work without.";

  private final BookFolders folders;

  BuiltBook(BookFolders folders) {
    this.folders = folders;
  }

  /** The index of the last build, opened anew since builds replace it. */
  SearchIndex index() throws Refusal, IOException {
    try {
      return SearchIndex.open(folders.index());
    } catch (NoSuchFileException _) {
      throw new Refusal(UNBUILT);
    }
  }

  /**
   * The document with an address.
   *
   * @throws Refusal where the index has none, whatever files there are
   */
  SearchDocument document(String url) throws Refusal, IOException {
    try (SearchIndex index = index()) {
      for (int number = 0; number < index.size(); number++) {
        SearchDocument document = index.document(number);
        if (document.url().equals(url)) {
          return document;
        }
      }
    }
    throw new Refusal("The handbook has no such url. Pass one exactly as search_handbook gave it.");
  }

  /** The page of a document, as HTML. */
  String page(SearchDocument document) throws Refusal, IOException {
    Path site = folders.site();
    Path page = site.resolve(document.url().replaceFirst("#.*$", "")).normalize();
    if (!Files.isRegularFile(page) || !page.toRealPath().startsWith(site.toRealPath())) {
      throw new Refusal(UNBUILT);
    }
    return Files.readString(page);
  }
}
