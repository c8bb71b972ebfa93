package org.ringbook.search.query;

import org.ringbook.search.document.SearchDocument;

/**
 * A document found.
 *
 * @param rank 1 for the best
 * @param score BM25 sum, comparable only within one result and one tier, of which those with every
 *     word of the query come first; 0 where an exact title consists of stop words alone
 * @param tier why it stands where it stands
 * @param document the document as it was indexed
 * @param excerpt the passage that matches best
 */
public record Hit(int rank, float score, Tier tier, SearchDocument document, Excerpt excerpt) {}
