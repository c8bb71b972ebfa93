package org.ringbook.search.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.document.SearchDocument;

/**
 * The columns that every query needs, as JSON fields: titles, addresses, kinds, norms and field
 * statistics. An address is a page and an anchor; an anchor that follows from the title, as those
 * of sections do, is left out.
 */
final class DocumentTable {

  /** Stands for an address without an anchor, which the empty string cannot. */
  private static final String NO_ANCHOR = "#";

  /** Norm 0 is written as this character, norm 1 as the next, … */
  private static final char FIRST_NORM = '0';

  private final List<SearchDocument> documents;
  private final LeafReader segment;

  DocumentTable(List<SearchDocument> documents, LeafReader segment) {
    this.documents = documents;
    this.segment = segment;
  }

  /** The columns by name, values as JSON. */
  Map<String, String> columns() throws IOException {
    var columns = new LinkedHashMap<String, String>();
    columns.put("fields", statistics());
    columns.put("norms", DataScript.quoteAll(norms()));
    columns.put("kinds", DataScript.quote(kinds()));
    columns.put("titles", lines(documents.stream().map(SearchDocument::title).toList()));
    addAddresses(columns);
    addVolumes(columns);
    return columns;
  }

  static String lines(List<String> lines) {
    return DataScript.quote(String.join("\n", lines));
  }

  /** For each field its weight, how many documents have it, and their average length in terms. */
  private String statistics() throws IOException {
    var rows = new ArrayList<String>();
    for (Field field : Field.values()) {
      Terms terms = segment.terms(field.key());
      int docs = terms == null ? 0 : terms.getDocCount();
      float average = terms == null ? 1 : (float) (terms.getSumTotalTermFreq() / (double) docs);
      rows.add("[" + field.weight() + "," + docs + "," + (double) average + "]");
    }
    return "[" + String.join(",", rows) + "]";
  }

  private List<String> norms() throws IOException {
    var columns = new ArrayList<String>();
    for (Field field : Field.values()) {
      NumericDocValues norms = segment.getNormValues(field.key());
      var column = new StringBuilder();
      for (int doc = 0; doc < documents.size(); doc++) {
        column.append((char) (FIRST_NORM + norm(norms, doc)));
      }
      columns.add(column.toString());
    }
    return columns;
  }

  /** A field without norms has 1 everywhere, as Lucene's scorers see it. */
  private static long norm(@Nullable NumericDocValues norms, int doc) throws IOException {
    if (norms == null) {
      return 1;
    }
    return norms.advanceExact(doc) ? norms.longValue() & 0xFF : 0;
  }

  /** The first letter tells the kinds apart. */
  private String kinds() {
    return documents.stream()
        .map(document -> document.kind().label().substring(0, 1))
        .collect(Collectors.joining());
  }

  private void addAddresses(Map<String, String> columns) {
    var pages = new LinkedHashMap<String, Integer>();
    var pageOf = new Packed();
    var anchors = new ArrayList<String>();
    for (SearchDocument document : documents) {
      String[] address = document.url().split("#", 2);
      Integer known = pages.putIfAbsent(address[0], pages.size());
      pageOf.number(known == null ? pages.size() - 1 : known);
      anchors.add(address.length == 1 ? NO_ANCHOR : shortened(address[1], document.title()));
    }
    columns.put("pages", lines(List.copyOf(pages.keySet())));
    columns.put("pageOf", DataScript.quote(pageOf.toString()));
    columns.put("anchors", lines(anchors));
  }

  private void addVolumes(Map<String, String> columns) {
    List<String> volumes = documents.stream().map(SearchDocument::volume).distinct().toList();
    var volumeOf = new Packed();
    documents.forEach(document -> volumeOf.number(volumes.indexOf(document.volume())));
    columns.put("volumes", lines(volumes));
    columns.put("volumeOf", DataScript.quote(volumeOf.toString()));
  }

  private static String shortened(String anchor, String title) {
    return anchor.equals(slug(title)) ? "" : anchor;
  }

  /** The usual anchor of a section: its title in lower case, words joined by hyphens. */
  static String slug(String title) {
    String kept = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_ .-]", "");
    return kept.replaceAll("[ .-]+", "-").replaceAll("^-|-$", "");
  }
}
