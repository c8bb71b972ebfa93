package org.ringbook.search.query;

import java.util.Set;
import org.ringbook.search.document.Kind;

/**
 * What to search for.
 *
 * @param text any text: there is no query syntax that could be wrong
 * @param kinds the kinds wanted; empty means all
 * @param volumes slugs of the volumes wanted; empty means all, and what is in no volume
 * @param limit the most hits to return, at least 0
 */
public record SearchRequest(String text, Set<Kind> kinds, Set<String> volumes, int limit) {

  public SearchRequest {
    kinds = Set.copyOf(kinds);
    volumes = Set.copyOf(volumes);
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative: " + limit);
    }
  }

  /** A request for any volume. */
  public SearchRequest(String text, Set<Kind> kinds, int limit) {
    this(text, kinds, Set.of(), limit);
  }

  /** The first ten hits of any kind. */
  public static SearchRequest of(String text) {
    return new SearchRequest(text, Set.of(), 10);
  }

  /** Whether documents of this kind are wanted. */
  public boolean wants(Kind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** Whether documents of this volume, empty for none, are wanted. */
  public boolean wantsVolume(String volume) {
    return volumes.isEmpty() || volumes.contains(volume);
  }
}
