/**
 * Rings: how a driver and a device pass packets to each other without a lock.
 *
 * <p>The device owns the descriptors from head up to, not including, tail. The
 * driver moves tail, by writing the tail register (the doorbell); only the device
 * moves head. That a slot came back is told by the DD bit in its descriptor, never
 * by comparing head with tail: head says what was fetched, DD says what is finished.
 *
 * <p>Each ring is used by one driver thread at a time. The device runs whenever it
 * likes; the order of writes to memory is all that keeps the two apart:
 *
 * <pre>
 *   driver                                device
 *   ------                                ------
 *   write descriptor (plain)              read tail (acquire)
 *   release fence                         read descriptor, move data
 *   write tail                 ------&gt;    write back all but status
 *   read status (acquire)      &lt;------    write status with DD (release)
 *   read length, errors, data
 * </pre>
 *
 * <p>Read {@link org.ringbook.dataplane.ring.DescriptorRing} for the arithmetic,
 * {@link org.ringbook.dataplane.ring.TxRing} and {@link
 * org.ringbook.dataplane.ring.RxRing} for the life of a frame, then the formats,
 * which write it down for one family of devices.
 */
package org.ringbook.dataplane.ring;
