/**
 * What a network card does to frames so that the CPU need not, done by the CPU: as a
 * reference that tests a card, as the fallback where a card lacks the feature, and
 * as the engine of the simulated cards.
 *
 * <p>Read {@link org.ringbook.dataplane.offload.ByteWiseChecksum} first, then {@link
 * org.ringbook.dataplane.offload.InternetChecksum}, which computes the same eight
 * bytes at a time, and {@link org.ringbook.dataplane.offload.TransportChecksum},
 * which applies it to TCP and UDP. {@link org.ringbook.dataplane.offload.Toeplitz},
 * {@link org.ringbook.dataplane.offload.ToeplitzTable} and {@link
 * org.ringbook.dataplane.offload.IndirectionTable} choose a queue. {@link
 * org.ringbook.dataplane.offload.EthernetFcs} ends a frame, {@link
 * org.ringbook.dataplane.offload.VlanTag} opens it, {@link
 * org.ringbook.dataplane.offload.Segmenter} cuts it up and {@link
 * org.ringbook.dataplane.offload.Coalescer} joins it again.
 *
 * <p>Everything works on a segment, an offset and a length, whatever the alignment,
 * and allocates nothing per frame.
 */
package org.ringbook.dataplane.offload;
