/**
 * Colours source text for the page while the site is built, so that the reader's browser has
 * nothing to do.
 *
 * <p>{@link org.ringbook.render.highlight.Highlighter} turns code into escaped HTML in which the
 * interesting words stand in {@code <span class="…">}. There are eight classes, the same for every
 * language:
 *
 * <table>
 * <caption>Classes of the spans</caption>
 * <tr><td>{@code k}</td><td>keyword, XML element name, YAML or JSON literal</td></tr>
 * <tr><td>{@code s}</td><td>string, character, header name in {@code #include}</td></tr>
 * <tr><td>{@code c}</td><td>comment</td></tr>
 * <tr><td>{@code n}</td><td>number</td></tr>
 * <tr><td>{@code t}</td><td>type name, YAML tag</td></tr>
 * <tr><td>{@code a}</td><td>annotation, preprocessor directive, option, attribute, key</td></tr>
 * <tr><td>{@code p}</td><td>prompt of a console session</td></tr>
 * <tr><td>{@code i}</td><td>what is replaced inside text: escape, variable, entity</td></tr>
 * </table>
 *
 * <p>Two rules hold for any input, finished or not: the text of the result is the input, character
 * by character, and the time is proportional to its length. Each language is one small lexer that
 * walks a {@link org.ringbook.render.highlight.Scan} forward; there are no regular expressions to
 * blow up.
 */
@NullMarked
package org.ringbook.render.highlight;

import org.jspecify.annotations.NullMarked;
