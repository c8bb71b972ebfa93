/**
 * The stage that turns a book that claims things into a book whose claims were seen to hold.
 *
 * <p>One batch {@code javac} compiles every example and every file that a listing was taken from; a
 * pool of forked JVMs runs each example in its own class loader and captures what it prints; the
 * output must be the one recorded beside the source. A JVM that an example hangs, exits or crashes
 * is lost, but only that example fails: the others go on in a new one. What ran once isn't run
 * again until its sources, the JDK or the flags change.
 */
@NullMarked
package org.ringbook.prove;

import org.jspecify.annotations.NullMarked;
