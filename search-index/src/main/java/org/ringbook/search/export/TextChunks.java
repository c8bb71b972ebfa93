package org.ringbook.search.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.Excerpts;

/**
 * Titles, addresses, breadcrumbs and texts of neighbouring documents: what is fetched only for the
 * hits shown.
 *
 * @param firstDocs the number of the first document of each chunk
 * @param chunks JSON, an array of {@code [title, url, breadcrumb, text]} each, and the key behind
 *     them where it is not the address
 */
record TextChunks(List<Integer> firstDocs, List<String> chunks) {

  /** Chunks are closed once they are this long, in characters: about half a KB under gzip. */
  private static final int FULL = 250;

  static TextChunks of(List<SearchDocument> documents) {
    var result = new TextChunks(new ArrayList<>(), new ArrayList<>());
    var rows = new ArrayList<String>();
    int length = 0;
    for (int doc = 0; doc < documents.size(); doc++) {
      if (rows.isEmpty()) {
        result.firstDocs.add(doc);
      }
      rows.add(row(documents.get(doc)));
      length += rows.getLast().length();
      if (length >= FULL || doc == documents.size() - 1) {
        result.chunks.add(rows.stream().collect(Collectors.joining(",", "[", "]")));
        rows.clear();
        length = 0;
      }
    }
    return result;
  }

  private static String row(SearchDocument document) {
    var row = new ArrayList<String>();
    row.add(document.title());
    row.add(document.url());
    row.add(document.breadcrumb());
    row.add(Excerpts.opening(document.text()));
    if (!document.key().equals(document.url())) {
      row.add(document.key());
    }
    return DataScript.quoteAll(row);
  }
}
