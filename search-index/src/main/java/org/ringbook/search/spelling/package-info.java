/**
 * How far one word is from another as people mistype: the one measure behind "did you mean" in the
 * data's problems, in look-ups and in full-text search, so that none of them corrects a slip that
 * the others don't see.
 */
@NullMarked
package org.ringbook.search.spelling;

import org.jspecify.annotations.NullMarked;
