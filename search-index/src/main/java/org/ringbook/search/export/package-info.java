/**
 * The index as files that a browser searches by itself, with the same ranking.
 *
 * <p>A browser cannot afford a whole index for one query, and from {@code file://} it may load
 * nothing but scripts. So {@link org.ringbook.search.export.BrowserExport} cuts the Lucene index
 * into small scripts, each of which hands one string of data to the engine:
 *
 * <ul>
 *   <li>{@code engine.js}, the engine; the only file a page names itself
 *   <li>{@code index.js}, up front: kinds, norms, statistics, and which term is in which shard
 *       ({@link org.ringbook.search.export.DocumentTable})
 *   <li>{@code terms-NNN.js}, postings of neighbouring terms, some KB each ({@link
 *       org.ringbook.search.export.TermShards})
 *   <li>{@code words-X.js}, all terms that begin with X; fetched to correct a mistyped word ({@link
 *       org.ringbook.search.export.WordLists})
 *   <li>{@code names-XY.js}, all names of kernel calls that begin with XY, right and wrong, with
 *       their systems; fetched while a reader types ({@link org.ringbook.search.export.NameLists})
 *   <li>{@code titles-XY.js}, all titles with a word that begins with XY; fetched while a reader
 *       types ({@link org.ringbook.search.export.TitleLists})
 *   <li>{@code text-NNN.js}, titles, addresses and the texts that excerpts are cut from ({@link
 *       org.ringbook.search.export.TextChunks})
 * </ul>
 *
 * <p>A first lookup fetches the engine, {@code index.js}, a shard of terms for each word and the
 * texts of ten hits. A test of the built site sums these under gzip, interface and suggestions
 * included, for every judged query, and fails above 40 KB.
 *
 * <p>Numbers are written as {@link org.ringbook.search.export.Packed} characters. The same index
 * gives the same bytes.
 */
@NullMarked
package org.ringbook.search.export;

import org.jspecify.annotations.NullMarked;
