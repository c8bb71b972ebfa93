/**
 * Words of the field in a chapter's text, and the links from them to the glossary.
 *
 * <p>A text is cut into words once, and each word is looked up in a table of the first words of all
 * spellings. So the cost grows with the text and hardly with the glossary: three hundred terms are
 * found as fast as three.
 */
@NullMarked
package org.ringbook.render.glossary;

import org.jspecify.annotations.NullMarked;
