package org.ringbook.adapters.conformance;

import java.util.Random;

/** The RSS key of the tests. */
final class Rss {
  /** Bytes of a key (82599 datasheet, RSSRK). */
  static final int KEY_BYTES = 40;

  /** Any key spreads; a fixed one makes runs alike. */
  static final byte[] KEY = key();

  private Rss() {}

  private static byte[] key() {
    byte[] key = new byte[KEY_BYTES];
    new Random(82599).nextBytes(key);
    return key;
  }
}
