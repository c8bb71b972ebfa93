package org.ringbook.search.export;

import java.util.List;

/**
 * A string of small numbers and words. A number is written in base 32, lowest digit first, one
 * character a digit; all but its last digit are taken from the second half of the 64 characters.
 * None of these needs an escape in a script, and gzip finds them repetitive.
 */
final class Packed {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  private static final int BASE = 32;

  private final StringBuilder packed = new StringBuilder();
  private String lastTerm = "";

  /**
   * @param number at least 0
   */
  Packed number(int number) {
    int rest = number;
    while (rest >= BASE) {
      packed.append(DIGITS.charAt(BASE + rest % BASE));
      rest /= BASE;
    }
    packed.append(DIGITS.charAt(rest));
    return this;
  }

  /** Ascending numbers, by how much each is more than the one before it. */
  static String steps(List<Integer> ascending) {
    var packed = new Packed();
    int last = 0;
    for (int number : ascending) {
      packed.number(number - last);
      last = number;
    }
    return packed.toString();
  }

  /** A term by what it shares with the term before it; terms come sorted, so that is much. */
  Packed term(String term) {
    int shared = 0;
    int shorter = Math.min(term.length(), lastTerm.length());
    while (shared < shorter && term.charAt(shared) == lastTerm.charAt(shared)) {
      shared++;
    }
    number(shared).number(term.length() - shared);
    packed.append(term, shared, term.length());
    lastTerm = term;
    return this;
  }

  int length() {
    return packed.length();
  }

  @Override
  public String toString() {
    return packed.toString();
  }
}
