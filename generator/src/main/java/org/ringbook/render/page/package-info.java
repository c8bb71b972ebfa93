/**
 * Pages as values, and the {@link org.ringbook.render.page.Theme} that turns them into HTML.
 *
 * <p>A page is described by plain records: where it stands, what it is called, what is around it
 * and what it shows. Every address in them is relative to the root of the site, such as {@code
 * foundation/transmit-ring.html}; the theme makes it relative to the page that is being written, so
 * that the site works under any base path and from a folder on a disk. Text in the records is plain
 * and is escaped by the templates; the few components that hold finished HTML say so.
 *
 * <p>Only this package knows the template engine. A template that asks for something that no record
 * supplies stops the build with a {@link org.ringbook.render.page.ThemeException}; nothing is ever
 * printed as an empty string by mistake.
 */
@NullMarked
package org.ringbook.render.page;

import org.jspecify.annotations.NullMarked;
