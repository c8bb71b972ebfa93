/**
 * What can be found: one {@link org.ringbook.search.document.SearchDocument} for each section,
 * kernel call, example and glossary term of a handbook. Whoever builds an index makes these; the
 * index never looks behind them, so it needs to know neither AsciiDoc nor the handbook's model.
 */
@NullMarked
package org.ringbook.search.document;

import org.jspecify.annotations.NullMarked;
