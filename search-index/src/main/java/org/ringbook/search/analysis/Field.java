package org.ringbook.search.analysis;

import java.util.Locale;

/**
 * The searched fields, in the order in which their scores are added. Weights and discounts are
 * powers of two: multiplying by them loses no bit, so the browser gets the same float32 scores.
 */
public enum Field {
  /** The title: a section about a call matters more than one that mentions it. */
  TITLE(2),
  /**
   * Names and aliases. Whole names are the exact tier's business; what is left for this field are
   * half-typed names and parts of names, and a part such as {@code ring} says less than a title.
   */
  NAMES(1),
  /** The text, and the topics the document covers. */
  TEXT(1),
  /**
   * Where the document stands: a section that says "when it is full" is about the transmit ring
   * because its chapter is.
   */
  PLACE(1),
  /** Questions that the document answers, in the words of those who ask. */
  ASKED(1);

  private final float weight;

  Field(float weight) {
    this.weight = weight;
  }

  /** The factor of BM25 scores in this field. */
  public float weight() {
    return weight;
  }

  /** The field's name in the Lucene index. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
