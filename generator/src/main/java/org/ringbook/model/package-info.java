/** The immutable book that the stages hand to one another. */
@NullMarked
package org.ringbook.model;

import org.jspecify.annotations.NullMarked;
