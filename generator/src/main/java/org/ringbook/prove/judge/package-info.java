/**
 * Listings that only other programs can prove, such as C: a judge of the book compiles and runs its
 * files and records which passed.
 *
 * <p>What a judge is and whom it starts stands in the book, not here; here its record is read and
 * compared with the file that a chapter shows. Nothing counts that was said of other content.
 */
@NullMarked
package org.ringbook.prove.judge;

import org.jspecify.annotations.NullMarked;
