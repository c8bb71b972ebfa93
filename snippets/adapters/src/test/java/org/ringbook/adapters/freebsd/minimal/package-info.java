/** The minimal driver moves frames, drops what it must, and leaves nothing behind. */
package org.ringbook.adapters.freebsd.minimal;
