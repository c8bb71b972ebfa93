/**
 * From a query to ranked hits. The stages, each small enough to be repeated by the browser engine:
 *
 * <ol>
 *   <li>{@link org.ringbook.search.query.ParsedQuery} cuts the query to a bound and splits it into
 *       words with the same analysis as the documents.
 *   <li>{@link org.ringbook.search.query.Dictionary} finds the terms of the index that each of its
 *       terms stands for: itself, longer terms while the last word is being typed, and near terms
 *       for a word that the handbook does not know.
 *   <li>{@link org.ringbook.search.query.Scoring} adds BM25F scores over Lucene's postings.
 *   <li>{@link org.ringbook.search.query.Coverage} says how much of the query a document covers.
 *   <li>{@link org.ringbook.search.query.Tiers} lifts exact names, wrong names that are put right,
 *       and titles over everything else.
 *   <li>{@link org.ringbook.search.query.Facets} counts what the hits can be narrowed by.
 *   <li>{@link org.ringbook.search.query.Excerpts} cuts the best passage out of the text.
 * </ol>
 */
@NullMarked
package org.ringbook.search.query;

import org.jspecify.annotations.NullMarked;
