/**
 * The API map for other programs: {@code api-map.json} holds all of it, {@code symbols.inv} only
 * which name is explained on which page.
 *
 * <p>The inventory has the format that Sphinx writes as {@code objects.inv} and that its
 * intersphinx extension, Doxygen-like tools and editors read: with it another handbook links {@code
 * :c:func:`bus_dmamap_load`} to the page here without knowing any address. Sphinx itself documents
 * the format nowhere; the description that others go by is that of the sphobjinv project.
 *
 * <p>Both are plain functions of the map: the same map gives the same bytes.
 */
@NullMarked
package org.ringbook.search.interchange;

import org.jspecify.annotations.NullMarked;
