/**
 * The Lucene index itself: {@link org.ringbook.search.index.SearchIndex} writes it and opens it.
 *
 * <p>Documents are numbered in the order of their keys and merged into one segment, so document
 * numbers, statistics and scores follow from the documents alone, in whatever order they came. The
 * bytes of the index are not reproducible, because Lucene gives every segment a random id; what is
 * published is the export, and that is.
 */
@NullMarked
package org.ringbook.search.index;

import org.jspecify.annotations.NullMarked;
