package org.ringbook.search.query;

import java.util.Locale;

/**
 * Why a document is a hit; an earlier tier stands above a later one, whatever the scores.
 *
 * <p>A sum of term weights alone cannot promise what readers expect: that the entry for {@code
 * dma_map_single} stands first when they type just that, however often a long chapter mentions it.
 * Within a tier what is named after the query comes first; then the scores decide, then the order
 * of the keys. A question, which is no name, has hits by its text only.
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
   * A word of the query is unknown, and all its words, near ones in the place of unknown ones, are
   * in the title; of a query of one word, in the title or in a name. A mistyped name means what
   * bears the name, not what mentions it.
   */
  NEAR,
  /**
   * A word of the query is unknown to the whole handbook and was replaced by near ones. All other
   * hits of such a query are of this tier: otherwise {@code trasmit ring} would list everything
   * with a ring in it before what mentions a transmit ring.
   */
  FUZZY;

  /** The name as it stands in JSON: {@code exact}, {@code title}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
