/**
 * A program that sees each received frame before the stack does. It is the same for
 * all systems, and has the verdicts of XDP; what differs is the hook that runs it.
 * On Linux that is the driver itself, which runs the program on the bytes of its
 * buffer; {@link org.ringbook.adapters.freebsd.PfilHook} and {@link
 * org.ringbook.adapters.windows.FilterModule} come later, and have to put together
 * what the kernel took apart.
 */
package org.ringbook.adapters.early;
