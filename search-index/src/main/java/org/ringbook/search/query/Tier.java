package org.ringbook.search.query;

import java.util.Locale;

/**
 * Why a document is a hit; an earlier tier stands above a later one, whatever the scores.
 *
 * <p>A sum of term weights alone cannot promise what readers expect: that the entry for {@code
 * dma_map_single} stands first when they type just that, however often a long chapter mentions it.
 * Within a tier the scores decide, then the order of the keys. A question, which is no name, has
 * hits by its text only.
 */
public enum Tier {
  /** The query is one of the document's names, or its title. */
  EXACT,
  /** The query is a name that the document puts right. */
  WRONG,
  /** Every word of the query is in the title; the last may be half-typed. */
  TITLE,
  /** Every word of the query is in the title or in a name; the last may be half-typed. */
  NAME,
  /** Some words of the query are in the document; the last may be half-typed. */
  TEXT,
  /**
   * The query is one unknown word, and a near one is in the title or in a name: a mistyped name
   * means what bears the name, not what mentions it.
   */
  NEAR,
  /**
   * A word of the query is unknown to the whole handbook and was replaced by near ones. All hits of
   * such a query that are not exact are of this tier: otherwise {@code trasmit ring} would list
   * everything with a ring in it before the transmit ring.
   */
  FUZZY;

  /** The name as it stands in JSON: {@code exact}, {@code title}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
