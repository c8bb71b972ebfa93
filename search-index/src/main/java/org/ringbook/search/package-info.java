/** Full-text index of a handbook: documents, analysis, ranking and the export for the browser. */
@NullMarked
package org.ringbook.search;

import org.jspecify.annotations.NullMarked;
