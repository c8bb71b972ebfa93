/**
 * The last look before a site is published: every link and every anchor in the final HTML is
 * followed, and nothing on a page may break the rules that all pages keep.
 */
@NullMarked
package org.ringbook.check;

import org.jspecify.annotations.NullMarked;
