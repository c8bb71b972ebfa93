package org.ringbook.search.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest parts of an identifier: {@code dma_mapping_error} is dma, mapping, error; {@code
 * TxRing} is tx, ring; {@code DMAEngine82599} is dma, engine, 82599. {@code PCIe}, {@code NICs} and
 * {@code IPv4}'s letters stay together: a capital starts a new part behind another capital only if
 * two small letters follow it.
 */
final class IdentifierParts {

  private IdentifierParts() {}

  static List<Token> of(String text, int start, int end) {
    var parts = new ArrayList<Token>();
    int from = start;
    for (int i = start; i <= end; i++) {
      boolean separator = i == end || isSeparator(text.charAt(i));
      if (separator || (i > from && isBoundary(text, i, end))) {
        if (i > from) {
          parts.add(Words.token(text, from, i));
        }
        from = separator ? i + 1 : i;
      }
    }
    return parts;
  }

  private static boolean isSeparator(char c) {
    return c == '_' || !Letters.isWord(c);
  }

  private static boolean isBoundary(String text, int i, int end) {
    char before = text.charAt(i - 1);
    char here = text.charAt(i);
    return Letters.isDigit(before) != Letters.isDigit(here)
        || (Letters.isLower(before) && Letters.isUpper(here))
        || (Letters.isUpper(before) && Letters.isUpper(here) && twoSmall(text, i + 1, end));
  }

  private static boolean twoSmall(String text, int i, int end) {
    return i + 1 < end && Letters.isLower(text.charAt(i)) && Letters.isLower(text.charAt(i + 1));
  }
}
