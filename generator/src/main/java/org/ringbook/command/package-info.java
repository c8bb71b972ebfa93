/**
 * The {@code ringbook} command line. Only here does anything print, read arguments or end the
 * process: 0 all is well, 1 the book has problems, 2 the command makes no sense.
 */
@NullMarked
package org.ringbook.command;

import org.jspecify.annotations.NullMarked;
