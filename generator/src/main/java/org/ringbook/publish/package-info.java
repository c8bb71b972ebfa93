/**
 * Puts a finished site in its folder, whole or not at all.
 *
 * <p>A site's files are written aside, and the folder that readers know is a symbolic link that is
 * replaced in one step. So a build that fails, is killed or runs out of space leaves the last good
 * site as it was.
 */
@NullMarked
package org.ringbook.publish;

import org.jspecify.annotations.NullMarked;
