/**
 * illumos, GLDv3: a NIC driver registers with the MAC layer and passes STREAMS
 * messages, {@code mblk_t}. Two links make a chain of messages: {@code b_cont} joins
 * the pieces of one frame, {@code b_next} one frame to the next.
 *
 * <p>Read {@link org.ringbook.adapters.illumos.Mblk} and {@link
 * org.ringbook.adapters.illumos.Streams} for messages, {@link
 * org.ringbook.adapters.illumos.DmaHandle} for DMA, {@link
 * org.ringbook.adapters.illumos.Mac} for the framework; then the driver: {@link
 * org.ringbook.adapters.illumos.RingGld}, {@link
 * org.ringbook.adapters.illumos.TxPath}, {@link org.ringbook.adapters.illumos.RxPath}.
 */
package org.ringbook.adapters.illumos;
