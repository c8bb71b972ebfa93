package org.ringbook.search.analysis;

import java.util.Locale;

/**
 * The searched fields. A term found in a field counts {@link #weight} times for each time it is
 * there, and less in a long field, by as much as {@link #lengthShare} says.
 */
public enum Field {
  /** The title: a section about a call matters more than one that mentions it. */
  TITLE(3, 0.8),
  /**
   * Names and aliases. Whole names are the exact tier's business; what is left for this field are
   * half-typed names and parts of names, and a part such as {@code ring} says less than a title.
   */
  NAMES(1.5, 0.25),
  /** The text, and the topics the document covers. */
  TEXT(1, 0.25),
  /**
   * Where the document stands: a section that says "when it is full" is about the transmit ring
   * because its chapter is.
   */
  PLACE(2, 0),
  /**
   * Questions that the document answers, in the words of those who ask. Ten of them make an answer
   * hardly worse than one, so their length counts by half.
   */
  ASKED(1, 0.5);

  private final double weight;
  private final double lengthShare;

  Field(double weight, double lengthShare) {
    this.weight = weight;
    this.lengthShare = lengthShare;
  }

  /** How often a term in this field counts, above 0. */
  public double weight() {
    return weight;
  }

  /** By how much its length divides a term's count: 0, not at all, to 1, in proportion. */
  public double lengthShare() {
    return lengthShare;
  }

  /** The field's name in the Lucene index. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
