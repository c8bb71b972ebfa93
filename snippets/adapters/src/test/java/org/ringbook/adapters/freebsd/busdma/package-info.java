/** Loads against the kernel's arithmetic, worked out by hand. */
package org.ringbook.adapters.freebsd.busdma;
