package org.ringbook.search.query;

import java.util.Comparator;

/**
 * A term of the index that stands for a term of the query.
 *
 * @param term the term of the index
 * @param factor what its score is multiplied by; a power of two, 1 for the term itself
 * @param frequency in how many documents it is, added up over the fields
 */
record Variant(String term, float factor, int frequency) {

  /** The likeliest first: the nearest, the most frequent, then by the alphabet. */
  static final Comparator<Variant> LIKELIEST =
      Comparator.comparing(Variant::factor)
          .thenComparing(Variant::frequency)
          .reversed()
          .thenComparing(Variant::term);
}
