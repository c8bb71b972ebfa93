/**
 * A simulated NIC: registers, a DMA engine in each direction, a wire.
 *
 * <p>What is real: register offsets and bits, descriptor formats, who moves head and
 * tail, when DD is written, what is lost when no descriptor is free, that memory is
 * reached through bus addresses only. What is simplified: there is no on-chip packet
 * buffer, no time (a device moves when it is stepped), one queue in each direction,
 * legacy descriptors only, full duplex at one speed.
 */
package org.ringbook.device;
