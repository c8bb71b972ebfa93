package org.ringbook.search.verify;

import java.util.Arrays;
import java.util.Set;

/**
 * Tells quickly that a file has none of the wanted names, so that it need not be parsed; most have
 * none. It compares hash values, so it may err the other way.
 */
final class WordFilter {

  private final int[] hashes;

  WordFilter(Set<String> names) {
    this.hashes = names.stream().mapToInt(String::hashCode).sorted().toArray();
  }

  /** False only if no word of the text is wanted. */
  boolean mayHold(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPart(c)) {
        hash = 31 * hash + c;
      } else if (hash != 0) {
        if (isWanted(hash)) {
          return true;
        }
        hash = 0;
      }
    }
    return hash != 0 && isWanted(hash);
  }

  private boolean isWanted(int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
