package org.ringbook.render.highlight;

/**
 * Paints quoted text with backslash escapes; what isn't closed ends with its line or with the code.
 */
final class Quoted {

  private final String close;
  private final boolean manyLines;

  /**
   * One kind of quote.
   *
   * @param close what ends it
   * @param manyLines whether it may go on behind the end of its line
   */
  Quoted(String close, boolean manyLines) {
    this.close = close;
    this.manyLines = manyLines;
  }

  /** Paints from the opening quote, whose length is given, to behind the closing one. */
  void paint(Scan scan, int open) {
    int index = scan.place() + open;
    while (index < scan.end()) {
      if (scan.sees(close, index)) {
        index += close.length();
        break;
      }
      if (!manyLines && Scan.isBreak(scan.at(index))) {
        break;
      }
      if (scan.at(index) == '\\') {
        scan.paint(Ink.STRING, index);
        index = escapeEnd(scan, index);
        scan.paint(Ink.INSERT, index);
      } else {
        index++;
      }
    }
    scan.paint(Ink.STRING, index);
  }

  /**
   * The place behind an escape: {@code \n}, {@code \177}, {@code \x1b}, <code>&#92;u0041</code>.
   */
  private int escapeEnd(Scan scan, int from) {
    char kind = scan.at(from + 1);
    if (Scan.isBreak(kind) && !manyLines) {
      return from + 1;
    }
    return switch (kind) {
      case Scan.END -> from + 1;
      case 'u' -> hexEnd(scan, scan.over(from + 1, c -> c == 'u'), 4);
      case 'U' -> hexEnd(scan, from + 2, 8);
      case 'x' -> hexEnd(scan, from + 2, 2);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octalEnd(scan, from + 1);
      default -> from + (Character.isHighSurrogate(kind) ? 1 : 2);
    };
  }

  private static int hexEnd(Scan scan, int from, int digits) {
    int index = from;
    while (index < from + digits && Character.digit(scan.at(index), 16) >= 0) {
      index++;
    }
    return index;
  }

  private static int octalEnd(Scan scan, int from) {
    int index = from;
    while (index < from + 3 && Character.digit(scan.at(index), 8) >= 0) {
      index++;
    }
    return index;
  }
}
