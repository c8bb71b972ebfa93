package org.ringbook.search.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.search.document.Kind;

/**
 * What a document is worth whatever the query. An example's text is code, whose comments and names
 * mention much that it isn't about; a section whose title every chapter has, such as its sources,
 * is apparatus; the opening of a chapter, which says what all of it is about, is short.
 */
final class Priors {

  private static final double EXAMPLE = 0.75;
  private static final double APPARATUS = 0.5;
  private static final double OPENING = 1.1;

  /** Most documents of one title that are still about something each. */
  private static final int NAMESAKES = 3;

  private Priors() {}

  /**
   * Factors by document.
   *
   * @param titles normalised, by document
   * @param anchors what the address says of a place within the page, by document; empty for a page
   */
  static double[] of(List<Kind> kinds, List<String> titles, List<String> anchors) {
    Map<String, Integer> often = new HashMap<>();
    titles.forEach(title -> often.merge(title, 1, Integer::sum));
    double[] priors = new double[kinds.size()];
    for (int doc = 0; doc < priors.length; doc++) {
      boolean apparatus = often.getOrDefault(titles.get(doc), 0) > NAMESAKES;
      priors[doc] = of(kinds.get(doc), anchors.get(doc)) * (apparatus ? APPARATUS : 1);
    }
    return priors;
  }

  private static double of(Kind kind, String anchor) {
    return switch (kind) {
      case EXAMPLE -> EXAMPLE;
      case SECTION -> anchor.isEmpty() ? OPENING : 1;
      case API, TERM -> 1;
    };
  }
}
