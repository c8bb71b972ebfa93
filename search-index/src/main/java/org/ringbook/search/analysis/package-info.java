/**
 * From text to the terms of the index, by rules so small that the browser engine repeats them
 * exactly.
 *
 * <p>Readers of a driver handbook search for identifiers as often as for prose, and ready-made
 * analysers serve only the prose: their stop words swallow the {@code if} of {@code if_t}, their
 * stemmers bend {@code dma_mapping_error}. Here {@link org.ringbook.search.analysis.Words} keeps an
 * identifier whole, and indexes the parts it is made of beside it. {@link
 * org.ringbook.search.analysis.Letters} says which characters make a word, {@link
 * org.ringbook.search.analysis.Stemmer} brings {@code rings} and {@code ring} together, and a stop
 * word is one only where it stands alone.
 *
 * <p>No rule asks the Unicode tables for more than lower case and decomposition of Latin, Greek and
 * Cyrillic letters, which no longer change: a browser with newer tables than this JDK must not
 * disagree about what a term is.
 */
@NullMarked
package org.ringbook.search.analysis;

import org.jspecify.annotations.NullMarked;
