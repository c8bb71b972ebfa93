package org.ringbook.search.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.search.document.Kind;

/**
 * What a document is worth whatever the query. An example's text is code, whose comments and names
 * mention much that it isn't about; a section whose title every chapter has, such as its sources,
 * is apparatus.
 */
final class Priors {

  private static final double EXAMPLE = 0.75;
  private static final double APPARATUS = 0.5;

  /** Most documents of one title that are still about something each. */
  private static final int NAMESAKES = 3;

  private Priors() {}

  /**
   * Factors by document.
   *
   * @param titles normalised, by document
   */
  static double[] of(List<Kind> kinds, List<String> titles) {
    Map<String, Integer> often = new HashMap<>();
    titles.forEach(title -> often.merge(title, 1, Integer::sum));
    double[] priors = new double[kinds.size()];
    for (int doc = 0; doc < priors.length; doc++) {
      boolean apparatus = often.getOrDefault(titles.get(doc), 0) > NAMESAKES;
      double kind = kinds.get(doc) == Kind.EXAMPLE ? EXAMPLE : 1;
      priors[doc] = kind * (apparatus ? APPARATUS : 1);
    }
    return priors;
  }
}
