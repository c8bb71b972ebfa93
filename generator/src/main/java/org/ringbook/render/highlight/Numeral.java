package org.ringbook.render.highlight;

/** Finds the end of a number as Java, C and JSON write it: 0x1F, 1_000L, 6.02e-23, 0x1p-3. */
final class Numeral {

  private Numeral() {}

  static boolean starts(Scan scan, int from) {
    return Scan.isDigit(scan.at(from))
        || (scan.at(from) == '.' && Scan.isDigit(scan.at(from + 1)) && scan.at(from - 1) != '.');
  }

  static int end(Scan scan, int from) {
    boolean hex = scan.sees("0x", from) || scan.sees("0X", from);
    int index = from;
    while (continues(scan, index, hex)) {
      index++;
    }
    return index;
  }

  private static boolean continues(Scan scan, int index, boolean hex) {
    char c = scan.at(index);
    if (c == '.') {
      return scan.at(index + 1) != '.';
    }
    if (c == '+' || c == '-') {
      char before = scan.at(index - 1);
      return hex ? before == 'p' || before == 'P' : before == 'e' || before == 'E';
    }
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
  }
}
