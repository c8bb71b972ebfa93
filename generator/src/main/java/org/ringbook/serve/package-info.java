/**
 * The development server: builds, serves from memory on the loopback address, watches the book, and
 * tells open pages to reload.
 *
 * <p>It answers only with files of the built site, by their exact names, so no request can walk out
 * of it.
 */
@NullMarked
package org.ringbook.serve;

import org.jspecify.annotations.NullMarked;
