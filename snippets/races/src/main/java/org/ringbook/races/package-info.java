/**
 * What two threads may see of one ring. Each class is a jcstress test: actors run at
 * the same time, millions of times, under each of the JVM's compilers, and every
 * outcome is counted. A forbidden one fails the build.
 *
 * <p>They run on this machine's CPU only. x86 keeps stores in order by itself, so
 * there they catch what a compiler moves; on ARM they also catch what the CPU moves.
 */
package org.ringbook.races;
