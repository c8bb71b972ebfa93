package org.ringbook.search.query;

import java.util.List;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param query the text that was searched for: the request's, cut to {@link
 *     ParsedQuery#LONGEST_QUERY}
 * @param total how many documents of the wanted kinds match, at least {@code hits.size()}
 * @param hits the best of them, best first
 */
public record SearchResult(String query, int total, List<Hit> hits) {

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
