/** Tests of the package of the same name. */
@NullMarked
package org.ringbook.render.glossary;

import org.jspecify.annotations.NullMarked;
