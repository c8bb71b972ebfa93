/**
 * Memory as a device sees it: bus addresses, not pointers.
 *
 * <p>A device cannot follow a CPU pointer. The driver asks for memory that both
 * sides can reach, gets two names for it (a segment for the CPU, a bus address for
 * the device) and writes only the bus address into registers and descriptors. What
 * the device may touch is decided by {@link org.ringbook.dataplane.dma.DmaBus}.
 */
package org.ringbook.dataplane.dma;
