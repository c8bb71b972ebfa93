package org.ringbook.search.index;

import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.analysis.Words;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.Searching;

/** What Lucene is given of a document: what is searched, and what {@link LuceneDocuments} reads. */
final class LuceneFields {

  private static final FieldType SEARCHED = type(true, true);
  private static final FieldType WHATEVER_LENGTH = type(true, false);
  private static final FieldType WHOLE = type(false, false);

  /** Longest name that can be matched exactly, in UTF-16 code units; a query is never longer. */
  private static final int LONGEST_NAME = 200;

  private LuceneFields() {}

  /** Frequencies but no positions: there are no phrase queries, and the export stays small. */
  private static FieldType type(boolean words, boolean lengths) {
    var type = new FieldType();
    type.setTokenized(words);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setOmitNorms(!lengths);
    type.freeze();
    return type;
  }

  static Document of(SearchDocument document) {
    var lucene = new Document();
    store(lucene, "key", document.key());
    column(lucene, "kind", document.kind().name());
    column(lucene, "volume", document.volume());
    column(lucene, "called", Words.normalized(document.title()));
    column(lucene, "anchor", document.url().replaceFirst("^[^#]*", ""));
    store(lucene, "title", document.title());
    store(lucene, "url", document.url());
    store(lucene, "breadcrumb", document.breadcrumb());
    document.names().forEach(name -> store(lucene, "name", name));
    document.topics().forEach(topic -> store(lucene, "topic", topic));
    document.systems().forEach((name, on) -> store(lucene, "systems", name + "\t" + on));
    store(lucene, "body", document.text());
    index(lucene, Field.TITLE, document.title());
    document.names().forEach(name -> index(lucene, Field.NAMES, name));
    index(lucene, Field.TEXT, document.text());
    document.topics().forEach(topic -> index(lucene, Field.TEXT, topic));
    index(lucene, Field.PLACE, document.breadcrumb());
    document.asked().forEach(question -> index(lucene, Field.ASKED, question));
    document.asked().forEach(question -> store(lucene, "asked", question));
    addNames(lucene, document);
    return lucene;
  }

  /**
   * What the document is named after is what it is called besides its title, so its parts count as
   * words of the title: of ten documents with a name, the one that is about it comes first. The
   * wrong names are words of the text: a mistyped one is still found.
   */
  private static void addNames(Document lucene, SearchDocument document) {
    document.names().stream()
        .limit(1)
        .filter(name -> slug(Words.normalized(name)).startsWith(called(document)))
        .forEach(name -> index(lucene, Field.TITLE, name));
    document.wrongNames().forEach(name -> store(lucene, "wrong", name));
    document.wrongNames().forEach(name -> index(lucene, Field.TEXT, name));
    wrongNames(document)
        .forEach(name -> lucene.add(new StringField(Searching.WRONG_FIELD, name, Store.NO)));
    exactNames(document)
        .forEach(name -> addExact(lucene, name, slug(name).equals(called(document))));
  }

  private static void addExact(Document lucene, String name, boolean namesake) {
    for (int times = namesake ? Searching.NAMESAKE : 1; times > 0; times--) {
      lucene.add(new org.apache.lucene.document.Field(Searching.EXACT_FIELD, name, WHOLE));
    }
  }

  /** What the address ends with: the name of what the document is about, and not only mentions. */
  private static String called(SearchDocument document) {
    String address = document.url().replaceFirst("\\.html$", "");
    int last = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#'));
    return slug(Words.normalized(address.substring(last + 1)));
  }

  private static String slug(String name) {
    return name.replace(' ', '-').replace('_', '-');
  }

  private static Stream<String> exactNames(SearchDocument document) {
    return whole(Stream.concat(Stream.of(document.title()), document.names().stream()));
  }

  private static Stream<String> wrongNames(SearchDocument document) {
    return whole(document.wrongNames().stream());
  }

  private static Stream<String> whole(Stream<String> names) {
    return names
        .map(Words::normalized)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
        .distinct();
  }

  private static void column(Document document, String field, String value) {
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }

  private static void store(Document document, String field, String value) {
    document.add(new StoredField(field, value));
  }

  private static void index(Document document, Field field, String value) {
    FieldType type = field.lengthShare() == 0 ? WHATEVER_LENGTH : SEARCHED;
    document.add(new org.apache.lucene.document.Field(field.key(), value, type));
  }
}
