/**
 * Simulated NICs: registers, DMA engines, offloads, a wire, and faults on request.
 *
 * <p>Start with {@link org.ringbook.device.SimulatedNic}, an 8254x with one queue
 * each way, and {@link org.ringbook.device.TenGigabitNic}, an 82599 with many.
 * Behind both is one chain of engines: a ring, a format that decodes its
 * descriptors, {@code TransmitEngine}, {@code TransmitOffload}, {@code Egress}; and
 * back {@code ReceiveEngine}, {@code AddressFilter}, {@code ReceiveResult}, {@code
 * ReceiveQueue}.
 * What a family's registers say to them is in its {@code Control} class.
 *
 * <p>What is real: register offsets and bits, descriptor formats, who moves head and
 * tail, when DD is written, what is lost when no descriptor is free, that memory is
 * reached through bus addresses only; checksums, segmentation, tags, filters and
 * hashes byte for byte; which counters reading clears; which interrupt waits for
 * which time, and that a queue is enabled only when its bit reads back.
 *
 * <p>What is simplified in both: there is no on-chip packet buffer, so a frame waits
 * nowhere for a descriptor; descriptors are fetched and written back one by one, so
 * thresholds and their timers (TXDCTL, TIDV, TADV, RDTR, RADV) do nothing; a device
 * moves when it is stepped, and its time is the test's; full duplex, one speed, no
 * flow control, no PHY, EEPROM or management. A frame to be segmented has 64 KiB and
 * its headers at most.
 *
 * <p>Of the 82599 besides: 16 queue pairs of 128 and 17 vectors, advanced
 * descriptors of one buffer only (no legacy ones, no header split, no RSC), RSS as
 * the only way to choose a queue, no virtualization, DCB, IPsec, MACsec, FCoE or
 * SCTP checksum; EICS and its kin for vectors above 15 are left out; octets of a
 * queue are not counted. Checksums of received frames are always checked.
 */
package org.ringbook.device;
