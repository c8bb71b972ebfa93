package org.ringbook.search.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.ringbook.search.analysis.WordAnalyzer;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;
import org.ringbook.search.query.Searching;

/**
 * A full-text index on disk, open for searching. Safe for use by several threads, like the Lucene
 * reader behind it.
 */
public final class SearchIndex implements AutoCloseable {

  static {
    QuietLucene.quiet();
  }

  private final DirectoryReader reader;
  private final LeafReader segment;
  private final LuceneDocuments documents;

  private SearchIndex(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.segment = reader.leaves().getFirst().reader();
    this.documents = new LuceneDocuments(segment);
  }

  /**
   * Writes an index, replacing one that is there. The order of the documents does not matter.
   *
   * @param documents at least one, with distinct keys
   * @param dir created if absent
   * @throws IllegalArgumentException if there is no document, or a key occurs twice
   * @throws IOException if the index cannot be written
   */
  public static void build(Collection<SearchDocument> documents, Path dir) throws IOException {
    List<SearchDocument> sorted = sorted(documents);
    try (Directory directory = FSDirectory.open(dir);
        var writer = new IndexWriter(directory, config())) {
      for (SearchDocument document : sorted) {
        writer.addDocument(LuceneFields.of(document));
      }
      writer.forceMerge(1);
    }
  }

  /**
   * Opens an index that {@link #build} wrote.
   *
   * @throws NoSuchFileException if there is none in {@code dir}
   * @throws IOException if it cannot be read
   */
  @SuppressWarnings("resource") // the reader is closed by close(); the directory needs no closing
  public static SearchIndex open(Path dir) throws IOException {
    Directory directory = FSDirectory.open(dir);
    if (!DirectoryReader.indexExists(directory)) {
      throw new NoSuchFileException(dir.toString(), null, "no search index; build the site first");
    }
    return new SearchIndex(DirectoryReader.open(directory));
  }

  /**
   * The best hits for a request. Any text is a valid query, down to the empty one.
   *
   * @throws IOException if the index cannot be read
   */
  public SearchResult search(SearchRequest request) throws IOException {
    return new Searching(segment, documents).search(request);
  }

  /** How many documents the index holds, at least 1. */
  public int size() {
    return segment.maxDoc();
  }

  /**
   * The document of a number from 0 to {@link #size} exclusive; numbers follow the keys.
   *
   * @throws IOException if the index cannot be read
   */
  public SearchDocument document(int number) throws IOException {
    return documents.document(number);
  }

  /** What the scores of a document are multiplied by, whatever the query; above 0, mostly 1. */
  public double prior(int number) {
    return documents.prior(number);
  }

  /** The Lucene segment, for the export: postings, norms and statistics as searched. */
  public LeafReader segment() {
    return segment;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static List<SearchDocument> sorted(Collection<SearchDocument> documents) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("nothing to index: there are no documents");
    }
    Set<String> keys = new HashSet<>();
    for (SearchDocument document : documents) {
      if (!keys.add(document.key())) {
        throw new IllegalArgumentException("two search documents with the key " + document.key());
      }
    }
    return documents.stream().sorted(Comparator.comparing(SearchDocument::key)).toList();
  }

  /**
   * Only neighbouring segments are merged, so that numbers keep the order of the keys. Of the
   * similarity only the lengths count that it writes: of all terms, parts of names included.
   */
  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new WordAnalyzer())
        .setOpenMode(OpenMode.CREATE)
        .setSimilarity(new BM25Similarity(1.2f, 0.75f, false))
        .setMergePolicy(new LogDocMergePolicy());
  }
}
