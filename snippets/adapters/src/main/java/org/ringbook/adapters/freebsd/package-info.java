/**
 * FreeBSD 13 around the portable core, the native way: a driver that owns its mbufs,
 * its DMA maps, its transmit ring and its interrupts.
 *
 * <p>First what the kernel demands: {@link org.ringbook.adapters.freebsd.Rule} lists
 * it, {@link org.ringbook.adapters.freebsd.Kernel} knows the context, {@link
 * org.ringbook.adapters.freebsd.Mbufs}, {@link org.ringbook.adapters.freebsd.DmaMap},
 * {@link org.ringbook.adapters.freebsd.BufRing} and {@link
 * org.ringbook.adapters.freebsd.Ifnet} stop a driver that breaks it. Then the driver,
 * {@link org.ringbook.adapters.freebsd.NicDriver}, and last the stack above it, {@link
 * org.ringbook.adapters.freebsd.FreeBsdHost}.
 *
 * <p>Classes are named after the kernel's objects; a method's Javadoc gives the call
 * that it models, and so does the trace.
 */
package org.ringbook.adapters.freebsd;
