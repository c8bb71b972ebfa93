package org.ringbook.render.bits;

/** A rectangle in units of the drawing, which are CSS pixels at full size. */
record Box(double x, double y, double width, double height) {

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }

  /** Whether the two share more than an edge. */
  boolean overlaps(Box other) {
    double slack = 1e-6;
    return x + slack < other.right()
        && other.x + slack < right()
        && y + slack < other.bottom()
        && other.y + slack < bottom();
  }
}
