/**
 * FreeBSD's other personality, iflib(9): the kernel's library has the mbufs, the DMA
 * maps, the queues, the tasks and the locks, and the driver only moves addresses into
 * descriptors and lengths out of them. What is three quarters of the native driver
 * is not there at all; what remains is called at times that the library chooses.
 *
 * <p>Read what a driver must answer, {@link
 * org.ringbook.adapters.freebsd.iflib.DeviceMethods} and {@link
 * org.ringbook.adapters.freebsd.iflib.TxRx}, then the library's side, {@link
 * org.ringbook.adapters.freebsd.iflib.Iflib}, {@link
 * org.ringbook.adapters.freebsd.iflib.TxQueueSet} and {@link
 * org.ringbook.adapters.freebsd.iflib.RxQueueSet}, its {@link
 * org.ringbook.adapters.freebsd.iflib.Rule}s, and last the driver, {@link
 * org.ringbook.adapters.freebsd.iflib.IflibNic}.
 */
package org.ringbook.adapters.freebsd.iflib;
