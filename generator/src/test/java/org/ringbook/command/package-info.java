/** The command line as its user meets it: what it prints, and what its exit code says. */
@NullMarked
package org.ringbook.command;

import org.jspecify.annotations.NullMarked;
