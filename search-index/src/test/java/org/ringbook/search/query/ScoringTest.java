package org.ringbook.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;

class ScoringTest {

  private static final List<String> WORDS = List.of("ring", "slot", "dma", "doorbell", "frame");

  private final Path dir;

  ScoringTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void withoutVariantsTheSumIsLucenesOwn() throws IOException {
    SearchIndex.build(
        java.util.stream.IntStream.range(0, 60).mapToObj(this::document).toList(), dir);
    try (var index = SearchIndex.open(dir)) {
      var searcher = new IndexSearcher(index.segment());
      searcher.setSimilarity(new BM25Similarity());
      var scoring = scoring(searcher, index.segment());
      TopDocs expected = searcher.search(booleanQuery(), 100);
      assertTrue(expected.scoreDocs.length > 10);
      assertEquals(expected.scoreDocs.length, scoring.matched().cardinality());
      for (ScoreDoc hit : expected.scoreDocs) {
        assertEquals(hit.score, scoring.score(hit.doc), 1e-6f);
      }
    }
  }

  private static Scoring scoring(IndexSearcher searcher, LeafReader segment) throws IOException {
    var scoring = new Scoring(searcher, segment);
    for (String word : WORDS) {
      scoring.add(List.of(new Variant(word, 1, 1)));
    }
    return scoring;
  }

  private static BooleanQuery booleanQuery() {
    var query = new BooleanQuery.Builder();
    for (String word : WORDS) {
      for (Field field : Field.values()) {
        var term = new TermQuery(new Term(field.key(), word));
        query.add(new BoostQuery(term, field.weight()), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /** Each word as often as the number says, so that frequencies and lengths differ. */
  private SearchDocument document(int number) {
    String text = (WORDS.get(number % 5) + " ").repeat(number % 7) + "packet ".repeat(number);
    String title = "about " + WORDS.get(number % 3) + " number" + number;
    return new SearchDocument(
        "k" + (100 + number),
        Kind.SECTION,
        title,
        "p.html",
        "",
        "",
        number % 4 == 0 ? List.of("dma_frame_" + number) : List.of(),
        List.of(),
        text);
  }
}
