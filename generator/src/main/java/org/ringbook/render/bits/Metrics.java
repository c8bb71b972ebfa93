package org.ringbook.render.bits;

/** Sizes of the drawing. The code face advances 0.6 em a character, on every machine. */
final class Metrics {

  static final int ROW_BITS = 64;
  static final double GUTTER = 34;
  static final double WIDTH = 640;
  static final double CELL_HEIGHT = 38;
  static final double NUMBERS_HEIGHT = 18;
  static final double NAME_SIZE = 12.5;
  static final double NUMBER_SIZE = 10;
  private static final double ADVANCE = 0.6;
  private static final double PADDING = 6;

  private Metrics() {}

  static double nameWidth(String text) {
    return text.codePointCount(0, text.length()) * NAME_SIZE * ADVANCE;
  }

  static double numberWidth(int number) {
    return Integer.toString(number).length() * NUMBER_SIZE * ADVANCE;
  }

  static boolean fits(String text, double width) {
    return nameWidth(text) + PADDING <= width;
  }

  /** What a cell needs that carries a name comfortably; never more than a row. */
  static double comfortable(String text) {
    return Math.min(WIDTH, Math.max(30, nameWidth(text) + 2 * PADDING));
  }
}
