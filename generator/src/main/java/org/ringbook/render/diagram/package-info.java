/**
 * Diagrams from text: sequence, state, component, class and activity diagrams, and box art.
 *
 * <p>{@link org.ringbook.render.diagram.Diagram} turns the text into an SVG that stands in the
 * page. It carries no style, no script, no link and no font: shapes have classes, {@code f-…} for
 * the fill, {@code s-…} for the stroke, {@code t-…} for the face, with the theme's tokens behind
 * the dash ({@code ink soft rule sheet code copper copper-soft mask mask-soft amber amber-soft}),
 * so one drawing is legible in light and dark and a strict content security policy lets it through.
 *
 * <p>Colours mean something: an author writes {@code #copper} on what is the driver's, {@code
 * #mask} on what is the device's, {@code #amber} on what bites ({@code cCOP}, {@code cMSK}, {@code
 * cAMB} in box art). A shape so marked gets the soft fill and the full stroke; an arrow gets the
 * full colour. Any other colour is refused.
 *
 * <p>The libraries start only when something has to be drawn; {@link
 * org.ringbook.render.diagram.DiagramCache} sees to it that unchanged diagrams are not drawn again.
 */
@NullMarked
package org.ringbook.render.diagram;

import org.jspecify.annotations.NullMarked;
