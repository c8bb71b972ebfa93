/**
 * What {@code bus_dmamap_load} decides, and when it tells: how a tag cuts a buffer
 * into segments, which pages bounce, and what happens when bounce pages run out. The
 * arithmetic is that of the amd64 kernel. Whom memory belongs to is the matter of
 * {@link org.ringbook.adapters.freebsd.DmaMap}.
 */
package org.ringbook.adapters.freebsd.busdma;
