package org.ringbook.search.query;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.ringbook.search.query.ParsedQuery.QueryWord;
import org.ringbook.search.query.Scoring.Matches;

/**
 * How much of a query a document covers: the share of the words that it has, each weighed by how
 * rare it is. Scores add words up, so a document full of one of them can beat one that has them
 * all; the share, by which scores are multiplied, turns that round. The rarity's square root, for
 * in a whole question the rarest word is often the one that tells least.
 */
final class Coverage {

  private final List<BitSet> documents;
  private final double[] weights;
  private final double whole;

  /**
   * @param size how many documents there are
   */
  Coverage(List<QueryWord> words, Map<String, Matches> matches, int size) {
    documents = words.stream().map(w -> Tiers.withWord(w, matches, Matches::anywhere)).toList();
    weights = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int found = documents.get(i).cardinality();
      weights[i] = Math.sqrt(Scoring.rarity(found, size));
      sum += weights[i];
    }
    whole = sum;
  }

  /** The share, from 0 to 1; 0 for a query without words. */
  double of(int doc) {
    double covered = 0;
    for (int i = 0; i < weights.length; i++) {
      covered += documents.get(i).get(doc) ? weights[i] : 0;
    }
    return whole > 0 ? covered / whole : 0;
  }
}
