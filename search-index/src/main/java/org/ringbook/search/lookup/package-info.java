/**
 * Looks a kernel name up in the API map as people type it: {@code dma_map_single()}, {@code
 * map_single}, {@code dma map single}, {@code dma_map_singel}, or a name that never existed.
 *
 * <p>The engine works on the map in memory and needs no index, so it answers right after the data
 * are read. {@link org.ringbook.search.lookup.Lookup} tries the strictest reading first: a name,
 * right or wrong, then a concept's id or title, then a name within a sentence. Only if none of
 * these fits does it guess, and then it says so: an {@link org.ringbook.search.lookup.Answer
 * answer} always tells whether it is a fact or a suggestion. Any text is a valid question; letters
 * that mean something to a regular expression, to a query parser or to HTML are just text here.
 */
@NullMarked
package org.ringbook.search.lookup;

import org.jspecify.annotations.NullMarked;
