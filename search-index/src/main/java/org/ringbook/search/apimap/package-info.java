/**
 * The API map: which call of one kernel stands for which call of another, and where that breaks.
 *
 * <p>A name table alone misleads. {@code dma_map_single} and {@code bus_dmamap_load} are neighbours
 * in every such table, yet the first returns an address and the second may call back later. So a
 * {@link org.ringbook.search.apimap.Concept concept} is more than a row of names: each system has
 * an ordered list of {@link org.ringbook.search.apimap.Call calls}, a relation says how far they
 * correspond, a note says what bites, and {@link org.ringbook.search.apimap.FalseFriend false
 * friends} catch the name that a reader would try first and that is wrong or never existed.
 *
 * <p>The data are files that people edit: {@code categories.yaml} lists the categories in order,
 * {@code <category>.yaml} holds the concepts, {@code evidence.tsv} says for each name which header
 * or page declares it and in which release. {@link org.ringbook.search.apimap.ApiMapReader} never
 * throws for what an author wrote: everything that is wrong comes back as a {@link
 * org.ringbook.search.apimap.Finding finding} with file and line, all of it in one run.
 */
@NullMarked
package org.ringbook.search.apimap;

import org.jspecify.annotations.NullMarked;
