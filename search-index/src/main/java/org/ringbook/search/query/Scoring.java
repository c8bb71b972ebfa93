package org.ringbook.search.query;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.ringbook.search.analysis.Field;

/**
 * Adds up BM25. The score of a document is, over the terms of the query and the fields in their
 * order, the sum of the best score that any variant of the term has in that field.
 *
 * <p>Lucene's postings, statistics and {@code BM25Similarity} give each score; only the sum is made
 * here, in doubles, so that the browser can make the same one. For queries without variants it
 * equals the sum of a {@code BooleanQuery} of boosted {@code TermQuery}s. The best variant counts,
 * and not the sum of them, because a document with ten words in {@code dma_} is not ten times as
 * good an answer to a reader who has typed so far.
 */
final class Scoring {

  private final IndexSearcher searcher;
  private final LeafReader reader;
  private final double[] sums;
  private final BitSet matched;

  Scoring(IndexSearcher searcher, LeafReader reader) {
    this.searcher = searcher;
    this.reader = reader;
    this.sums = new double[reader.maxDoc()];
    this.matched = new BitSet(reader.maxDoc());
  }

  /** Documents with a term of the query, by its number in the index. */
  record Matches(BitSet inTitle, BitSet named, BitSet anywhere) {
    private BitSet of(Field field) {
      return switch (field) {
        case TITLE -> inTitle;
        case NAMES -> named;
        case TEXT, PLACE, ASKED -> anywhere;
      };
    }

    /** Before anything has matched. */
    static Matches none() {
      return new Matches(new BitSet(), new BitSet(), new BitSet());
    }
  }

  /** Adds the scores of one term of the query, and returns which documents have it. */
  Matches add(List<Variant> variants) throws IOException {
    Matches matches = Matches.none();
    for (Field field : Field.values()) {
      float[] best = new float[sums.length];
      for (Variant variant : variants) {
        raise(best, field, variant);
      }
      for (int doc = 0; doc < best.length; doc++) {
        if (best[doc] > 0) {
          sums[doc] += best[doc];
          matches.of(field).set(doc);
        }
      }
    }
    matches.named().or(matches.inTitle());
    matches.anywhere().or(matches.named());
    matched.or(matches.anywhere());
    return matches;
  }

  /** Documents that have any term of the query. */
  BitSet matched() {
    return matched;
  }

  double score(int doc) {
    return sums[doc];
  }

  private void raise(float[] best, Field field, Variant variant) throws IOException {
    var term = new Term(field.key(), variant.term());
    PostingsEnum postings = reader.postings(term, PostingsEnum.FREQS);
    if (postings == null) {
      return;
    }
    SimScorer scorer = scorer(term, field.weight() * variant.factor());
    NumericDocValues norms = reader.getNormValues(field.key());
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      long norm = norms != null && norms.advanceExact(doc) ? norms.longValue() : 1L;
      best[doc] = Math.max(best[doc], scorer.score(postings.freq(), norm));
    }
  }

  private SimScorer scorer(Term term, float boost) throws IOException {
    TermStates states = TermStates.build(searcher, term, true);
    CollectionStatistics statistics = searcher.collectionStatistics(term.field());
    return searcher
        .getSimilarity()
        .scorer(
            boost,
            statistics,
            searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
  }
}
