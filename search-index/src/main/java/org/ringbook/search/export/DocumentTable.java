package org.ringbook.search.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.document.SearchDocument;

/**
 * The columns that ranking needs for every document, as JSON fields: kinds, volumes, priors, norms
 * and the weights of the fields. Titles and addresses are needed for the hits alone, and come with
 * their texts.
 */
final class DocumentTable {

  /** Norm 0 is written as this character, norm 1 as the next, … */
  private static final char FIRST_NORM = '0';

  private final List<SearchDocument> documents;
  private final LeafReader segment;
  private final IntToDoubleFunction priors;

  /**
   * @param priors of each document by its number; above 0, mostly 1
   */
  DocumentTable(List<SearchDocument> documents, LeafReader segment, IntToDoubleFunction priors) {
    this.documents = documents;
    this.segment = segment;
    this.priors = priors;
  }

  /** The columns by name, values as JSON. */
  Map<String, String> columns() throws IOException {
    var columns = new LinkedHashMap<String, String>();
    columns.put("fields", fields());
    columns.put("norms", DataScript.quoteAll(norms()));
    columns.put("kinds", DataScript.quote(kinds()));
    addPriors(columns);
    addVolumes(columns);
    return columns;
  }

  static String lines(List<String> lines) {
    return DataScript.quote(String.join("\n", lines));
  }

  /** For each field its weight, and by how much its length counts. */
  private static String fields() {
    return Stream.of(Field.values())
        .map(field -> "[" + field.weight() + "," + field.lengthShare() + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private List<String> norms() throws IOException {
    var columns = new ArrayList<String>();
    for (Field field : Field.values()) {
      NumericDocValues norms = segment.getNormValues(field.key());
      columns.add(norms == null ? "" : column(norms));
    }
    return columns;
  }

  private String column(NumericDocValues norms) throws IOException {
    var column = new StringBuilder();
    for (int doc = 0; doc < documents.size(); doc++) {
      long norm = norms.advanceExact(doc) ? norms.longValue() & 0xFF : 0;
      column.append((char) (FIRST_NORM + norm));
    }
    return column.toString();
  }

  /** The first letter tells the kinds apart. */
  private String kinds() {
    return documents.stream()
        .map(document -> document.kind().label().substring(0, 1))
        .collect(Collectors.joining());
  }

  /** What the documents are worth: the values there are, and which of them each document has. */
  private void addPriors(Map<String, String> columns) {
    List<Double> all =
        IntStream.range(0, documents.size()).mapToObj(priors::applyAsDouble).toList();
    List<Double> values = all.stream().distinct().toList();
    var priorOf = new Packed();
    all.forEach(prior -> priorOf.number(values.indexOf(prior)));
    columns.put("priors", values.toString());
    columns.put("priorOf", DataScript.quote(priorOf.toString()));
  }

  private void addVolumes(Map<String, String> columns) {
    List<String> volumes = documents.stream().map(SearchDocument::volume).distinct().toList();
    var volumeOf = new Packed();
    documents.forEach(document -> volumeOf.number(volumes.indexOf(document.volume())));
    columns.put("volumes", lines(volumes));
    columns.put("volumeOf", DataScript.quote(volumeOf.toString()));
  }
}
