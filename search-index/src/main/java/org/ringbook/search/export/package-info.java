/**
 * The index as files that a browser searches by itself, with the same ranking: see {@link
 * org.ringbook.search.export.BrowserExport}.
 */
@NullMarked
package org.ringbook.search.export;

import org.jspecify.annotations.NullMarked;
