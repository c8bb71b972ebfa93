/**
 * The least that a FreeBSD driver over the core can be: one queue, no offload, no
 * queue before the ring, and still every rule kept. {@link
 * org.ringbook.adapters.freebsd.minimal.MinimalDriver} is what a first port looks
 * like on the day it works; what it lacks is in the driver of the package above.
 */
package org.ringbook.adapters.freebsd.minimal;
