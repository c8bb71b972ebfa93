package org.ringbook.prove;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the name of a class into the id of an example. */
final class KebabName {

  private static final Pattern WORD_STARTS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+");

  private KebabName() {}

  /**
   * {@code TxRingFull} becomes {@code tx-ring-full}, {@code TSOSplit} {@code tso-split}; digits
   * stay with the letters before them: {@code Crc32Check} becomes {@code crc32-check}.
   */
  static String of(String className) {
    return WORD_STARTS.matcher(className).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
