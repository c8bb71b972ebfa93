/**
 * NetBSD around the portable core. Its ways are older than FreeBSD's: packets wait in
 * a queue of the interface, if_start takes them out at IPL_NET, and what an interrupt
 * can't do is put off to a softint.
 *
 * <p>First what the kernel demands: {@link org.ringbook.adapters.netbsd.Rule}, {@link
 * org.ringbook.adapters.netbsd.Kernel} with its priority levels, {@link
 * org.ringbook.adapters.netbsd.DmaMap}, {@link org.ringbook.adapters.netbsd.IfQueue},
 * {@link org.ringbook.adapters.netbsd.Percpuq}. Then the driver, {@link
 * org.ringbook.adapters.netbsd.NicDriver}, and the stack above it, {@link
 * org.ringbook.adapters.netbsd.NetBsdHost}.
 */
package org.ringbook.adapters.netbsd;
