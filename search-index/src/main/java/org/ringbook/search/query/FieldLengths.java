package org.ringbook.search.query;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;
import org.ringbook.search.analysis.Field;

/**
 * What the counts of terms in a field are divided by: 1 in a field of average length, more in a
 * longer one. Lengths are those of Lucene's norms, which keep four significant bits of them; a
 * field whose length doesn't count has no norms.
 */
final class FieldLengths {

  private final double[] divisors;

  private FieldLengths(double[] divisors) {
    this.divisors = divisors;
  }

  static FieldLengths of(LeafReader reader, Field field) throws IOException {
    int[] lengths = lengths(reader, field);
    double average = Arrays.stream(lengths).filter(length -> length > 0).average().orElse(1);
    double share = field.lengthShare();
    return new FieldLengths(
        Arrays.stream(lengths).mapToDouble(l -> 1 - share + share * l / average).toArray());
  }

  private static int[] lengths(LeafReader reader, Field field) throws IOException {
    int[] lengths = new int[reader.maxDoc()];
    NumericDocValues norms = reader.getNormValues(field.key());
    if (norms != null) {
      for (int doc = norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
        lengths[doc] = SmallFloat.byte4ToInt((byte) norms.longValue());
      }
    }
    return lengths;
  }

  double divisor(int doc) {
    return divisors[doc];
  }
}
