package org.ringbook.search.query;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;

class ScoringTest {

  private final Path dir;

  ScoringTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** Of one field, BM25F is BM25 with the same parameters, so Lucene's own scores are vectors. */
  @Test
  void inOneFieldItIsLucenesBm25() throws IOException {
    try (var index = indexOf(IntStream.range(0, 60).mapToObj(ScoringTest::repetitive).toList())) {
      var searcher = new IndexSearcher(index.segment());
      searcher.setSimilarity(new BM25Similarity(6, (float) Field.TEXT.lengthShare()));
      var query = new TermQuery(new Term(Field.TEXT.key(), "packet"));
      Map<Integer, Float> expected =
          Arrays.stream(searcher.search(query, 100).scoreDocs)
              .collect(toMap(hit -> hit.doc, hit -> hit.score));
      Scoring scoring = scored(index, "packet");
      assertTrue(expected.size() > 40);
      assertEquals(expected.size(), scoring.matched().cardinality());
      expected.forEach((doc, score) -> assertEquals(score, scoring.score(doc), 1e-5));
    }
  }

  @Test
  void moreFieldsCountMoreButNeverAsOftenAsThereAreFields() throws IOException {
    var documents =
        List.of(
            document("a", "plain", "a ring of slots"),
            document("b", "the ring", "a ring of slots"),
            document("c", "other", "nothing of it"));
    try (var index = indexOf(documents)) {
      Scoring scoring = scored(index, "ring");
      double once = scoring.score(0);
      double twice = scoring.score(1);
      assertTrue(once > 0 && twice > once, () -> once + " " + twice);
      assertTrue(twice < Scoring.rarity(2, 3), () -> "levels off below: " + twice);
      assertEquals(0, scoring.score(2));
    }
  }

  @Test
  void theBestVariantCountsAndNotTheirSum() throws IOException {
    try (var index = indexOf(List.of(document("a", "x", "ring slot"), document("b", "y", "z")))) {
      var both = new Scoring(index.segment());
      both.add(List.of(new Variant("ring", 1, 1), new Variant("slot", 0.5f, 1)));
      assertEquals(scored(index, "ring").score(0), both.score(0));
    }
  }

  private SearchIndex indexOf(List<SearchDocument> documents) throws IOException {
    SearchIndex.build(documents, dir);
    return SearchIndex.open(dir);
  }

  private static Scoring scored(SearchIndex index, String term) throws IOException {
    var scoring = new Scoring(index.segment());
    scoring.add(List.of(new Variant(term, 1, 1)));
    return scoring;
  }

  /** Frequencies and lengths differ; none is so long that its norm is not exact. */
  private static SearchDocument repetitive(int number) {
    String text = "ring ".repeat(1 + number % 7) + "packet ".repeat(number % 13);
    return document("k" + (100 + number), "about " + number, text);
  }

  private static SearchDocument document(String key, String title, String text) {
    return new SearchDocument(
        key, Kind.SECTION, title, key + ".html", "", "", List.of(), List.of(), text);
  }
}
