/**
 * Packets: buffers with a known owner.
 *
 * <p>A packet object lives as long as its pool. Whoever holds a reference can ask
 * who owns the packet now, and an access by anyone but the owner is refused: what a
 * dangling pointer does silently in C is an exception here.
 */
package org.ringbook.dataplane.packet;
