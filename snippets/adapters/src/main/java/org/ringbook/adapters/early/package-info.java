/**
 * A program that sees each received frame before the stack does. It is the same for
 * all systems, and has the verdicts of XDP; what differs is the hook that runs it:
 * {@code XDP} on Linux, {@link org.ringbook.adapters.freebsd.PfilHook} on FreeBSD,
 * {@link org.ringbook.adapters.windows.FilterModule} on Windows.
 */
package org.ringbook.adapters.early;
