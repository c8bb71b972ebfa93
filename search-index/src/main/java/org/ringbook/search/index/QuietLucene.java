package org.ringbook.search.index;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Lucene's start-up advice off the terminal. It warns that the incubating Vector API and
 * native access are off; neither is worth a millisecond on an index of this size, and a reader of
 * {@code ringbook search} can do nothing about it.
 */
final class QuietLucene {

  /** Held for good: the log manager forgets the level of a logger that nobody refers to. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private QuietLucene() {}

  static void quiet() {
    LUCENE.setLevel(Level.SEVERE);
  }
}
