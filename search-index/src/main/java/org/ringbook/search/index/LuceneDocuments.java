package org.ringbook.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.Searching;

/** Search documents out of the Lucene documents that {@link LuceneFields} made of them. */
final class LuceneDocuments implements Searching.Documents {

  private final LeafReader reader;
  private final List<String> kinds;
  private final List<String> volumes;
  private final double[] priors;

  LuceneDocuments(LeafReader reader) throws IOException {
    this.reader = reader;
    this.kinds = column(reader, "kind");
    this.volumes = column(reader, "volume");
    this.priors =
        Priors.of(
            kinds.stream().map(Kind::valueOf).toList(),
            column(reader, "called"),
            column(reader, "anchor"));
  }

  private static List<String> column(LeafReader reader, String name) throws IOException {
    var column = new ArrayList<String>();
    SortedDocValues values = DocValues.getSorted(reader, name);
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      column.add(values.lookupOrd(values.ordValue()).utf8ToString());
    }
    return column;
  }

  @Override
  public Kind kind(int doc) {
    return Kind.valueOf(kinds.get(doc));
  }

  @Override
  public String volume(int doc) {
    return volumes.get(doc);
  }

  @Override
  public double prior(int doc) {
    return priors[doc];
  }

  @Override
  public SearchDocument document(int doc) throws IOException {
    Document lucene = reader.storedFields().document(doc);
    return new SearchDocument(
        lucene.get("key"),
        kind(doc),
        lucene.get("title"),
        lucene.get("url"),
        lucene.get("breadcrumb"),
        volume(doc),
        Arrays.asList(lucene.getValues("name")),
        Arrays.asList(lucene.getValues("topic")),
        lucene.get("body"),
        Arrays.asList(lucene.getValues("wrong")),
        systems(lucene.getValues("systems")),
        Arrays.asList(lucene.getValues("asked")));
  }

  private static Map<String, String> systems(String[] lines) {
    return Stream.of(lines)
        .map(line -> line.split("\t", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }
}
