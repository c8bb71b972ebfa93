package org.ringbook.search.query;

import java.util.List;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param query the text that was searched for: the request's, cut to {@link
 *     ParsedQuery#LONGEST_QUERY}
 * @param total how many documents of the wanted kinds and volumes match, at least {@code
 *     hits.size()}
 * @param facets how many there would be of each kind and in each volume
 * @param hits the best of them, best first
 */
public record SearchResult(String query, int total, Facets facets, List<Hit> hits) {

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
