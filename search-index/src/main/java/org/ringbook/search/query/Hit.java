package org.ringbook.search.query;

import org.ringbook.search.document.SearchDocument;

/**
 * A document found.
 *
 * @param rank 1 for the best
 * @param score BM25F sum by the share of the query that is covered, comparable only within one
 *     result and one tier; 0 where an exact title or a wrong name matches by nothing else
 * @param tier why it stands where it stands
 * @param document the document as it was indexed
 * @param excerpt the passage that matches best
 */
public record Hit(int rank, float score, Tier tier, SearchDocument document, Excerpt excerpt) {}
