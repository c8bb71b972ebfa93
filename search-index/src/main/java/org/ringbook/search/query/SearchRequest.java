package org.ringbook.search.query;

import java.util.Set;
import org.ringbook.search.document.Kind;

/**
 * What to search for.
 *
 * @param text any text: there is no query syntax that could be wrong
 * @param kinds the kinds wanted; empty means all
 * @param limit the most hits to return, at least 0
 */
public record SearchRequest(String text, Set<Kind> kinds, int limit) {

  public SearchRequest {
    kinds = Set.copyOf(kinds);
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative: " + limit);
    }
  }

  /** The first ten hits of any kind. */
  public static SearchRequest of(String text) {
    return new SearchRequest(text, Set.of(), 10);
  }

  /** Whether documents of this kind are wanted. */
  public boolean wants(Kind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
