package org.ringbook.search.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.document.SearchDocument;

/**
 * The columns that ranking needs for every document, as JSON fields: kinds, volumes, priors, norms
 * and field statistics. Titles and addresses are needed for the hits alone, and come with their
 * texts.
 */
final class DocumentTable {

  /** Norm 0 is written as this character, norm 1 as the next, … */
  private static final char FIRST_NORM = '0';

  private final List<SearchDocument> documents;
  private final LeafReader segment;
  private final IntToDoubleFunction priors;

  /**
   * @param priors of each document by its number: powers of two that are at most 1
   */
  DocumentTable(List<SearchDocument> documents, LeafReader segment, IntToDoubleFunction priors) {
    this.documents = documents;
    this.segment = segment;
    this.priors = priors;
  }

  /** The columns by name, values as JSON. */
  Map<String, String> columns() throws IOException {
    var columns = new LinkedHashMap<String, String>();
    columns.put("fields", statistics());
    columns.put("norms", DataScript.quoteAll(norms()));
    columns.put("kinds", DataScript.quote(kinds()));
    columns.put("halvings", DataScript.quote(halvings()));
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

  /** How often the worth of each document is halved: {@code 0} for most, {@code 1}, {@code 2}. */
  private String halvings() {
    return IntStream.range(0, documents.size())
        .mapToObj(doc -> String.valueOf(-Math.getExponent(priors.applyAsDouble(doc))))
        .collect(Collectors.joining());
  }

  private void addVolumes(Map<String, String> columns) {
    List<String> volumes = documents.stream().map(SearchDocument::volume).distinct().toList();
    var volumeOf = new Packed();
    documents.forEach(document -> volumeOf.number(volumes.indexOf(document.volume())));
    columns.put("volumes", lines(volumes));
    columns.put("volumeOf", DataScript.quote(volumeOf.toString()));
  }
}
