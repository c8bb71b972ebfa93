package org.ringbook.search.query;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.ringbook.search.analysis.Field;

/**
 * Adds up BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
 * fields", 2004): how often a term is in a document is first added up over the fields, weighed and
 * put in proportion to their lengths, and only then made to level off. A sum of scores by field
 * would count one word of the query five times if it is in the title, the text and all other
 * fields, and another that matters as much once.
 *
 * <p>Postings and norms are Lucene's. The arithmetic is in doubles and in the order of the browser
 * engine's; {@code StrictMath} has the same logarithm. The best variant of a term counts, and not
 * the sum of them, because a document with ten words in {@code dma_} is not ten times as good an
 * answer to a reader who has typed so far.
 */
final class Scoring {

  /** How slowly more of the same term stops to count: at this weight it has half of its score. */
  private static final double LEVELLING = 6;

  private final LeafReader reader;
  private final Map<Field, FieldLengths> lengths = new EnumMap<>(Field.class);
  private final double[] sums;
  private final BitSet matched;

  Scoring(LeafReader reader) throws IOException {
    this.reader = reader;
    this.sums = new double[reader.maxDoc()];
    this.matched = new BitSet(reader.maxDoc());
    for (Field field : Field.values()) {
      lengths.put(field, FieldLengths.of(reader, field));
    }
  }

  /** Documents with a term of the query, by its number in the index. */
  record Matches(BitSet inTitle, BitSet named, BitSet anywhere) {
    /** Before anything has matched. */
    static Matches none() {
      return new Matches(new BitSet(), new BitSet(), new BitSet());
    }

    private void found(Field field, int doc) {
      anywhere.set(doc);
      if (field == Field.TITLE) {
        inTitle.set(doc);
      }
      if (field == Field.TITLE || field == Field.NAMES) {
        named.set(doc);
      }
    }
  }

  /** Adds the scores of one term of the query, and returns which documents have it. */
  Matches add(List<Variant> variants) throws IOException {
    Matches matches = Matches.none();
    double[] best = new double[sums.length];
    for (Variant variant : variants) {
      raise(best, matches, variant);
    }
    for (int doc = 0; doc < best.length; doc++) {
      sums[doc] += best[doc];
    }
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

  private void raise(double[] best, Matches matches, Variant variant) throws IOException {
    double[] counts = new double[sums.length];
    var found = new BitSet();
    for (Map.Entry<Field, FieldLengths> field : lengths.entrySet()) {
      count(counts, found, matches, field, variant.term());
    }
    double worth = variant.factor() * rarity(found.cardinality(), sums.length);
    for (int doc = found.nextSetBit(0); doc >= 0; doc = found.nextSetBit(doc + 1)) {
      best[doc] = Math.max(best[doc], worth * (counts[doc] / (counts[doc] + LEVELLING)));
    }
  }

  private void count(
      double[] counts,
      BitSet found,
      Matches matches,
      Map.Entry<Field, FieldLengths> in,
      String text)
      throws IOException {
    Field field = in.getKey();
    PostingsEnum postings = reader.postings(new Term(field.key(), text), PostingsEnum.FREQS);
    if (postings == null) {
      return;
    }
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      counts[doc] += field.weight() * postings.freq() / in.getValue().divisor(doc);
      found.set(doc);
      matches.found(field, doc);
    }
  }

  /**
   * What a word or term tells: much if few documents have it, close to nothing if all do.
   *
   * @param found how many documents have it
   * @param size how many documents there are
   */
  static double rarity(int found, int size) {
    return StrictMath.log(1 + (size - found + 0.5) / (found + 0.5));
  }
}
