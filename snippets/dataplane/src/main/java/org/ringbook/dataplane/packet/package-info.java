/**
 * Packets: buffers with a known owner.
 *
 * <p>A packet object lives as long as its pool. Whoever holds a reference can ask
 * who owns the packet now, and an access by anyone but the owner is refused: what a
 * dangling pointer does silently in C is an exception here.
 *
 * <p>Read {@link org.ringbook.dataplane.packet.Owner} first, then {@link
 * org.ringbook.dataplane.packet.PacketBuffer} for the checks, {@link
 * org.ringbook.dataplane.packet.PacketPool} for buffers of our own and {@link
 * org.ringbook.dataplane.packet.PacketShells} for those of a kernel.
 */
package org.ringbook.dataplane.packet;
