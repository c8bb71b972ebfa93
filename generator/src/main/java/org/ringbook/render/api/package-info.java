/**
 * The map of kernel calls as pages show it: plain values, free of how the map is kept.
 *
 * <p>The renderer knows the map only by these records. Whoever has a map makes them, as {@link
 * org.ringbook.index} does, and a book without one hands over {@link
 * org.ringbook.render.api.ConceptMap#NONE}. Addresses in here are relative to the root of the site;
 * all text is plain. A concept stands on a page of its own, and the card that a name in the text
 * shows is data in a script of the site, so that it is there from a disk as well as from a server.
 */
@NullMarked
package org.ringbook.render.api;

import org.jspecify.annotations.NullMarked;
