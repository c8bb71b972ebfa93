/**
 * Frames: where the headers of a frame lie, and frames made to measure.
 *
 * <p>A driver must know where headers end before it may ask a device for a checksum,
 * for segmentation or for a VLAN tag, and it must find that out from bytes that
 * anybody on the network may have sent. Read in this order:
 *
 * <ol>
 *   <li>{@link org.ringbook.dataplane.frame.EthernetHeader} and {@link
 *       org.ringbook.dataplane.frame.VlanTagHeader}: what each frame starts with;
 *   <li>{@link org.ringbook.dataplane.frame.Ipv4Header}, {@link
 *       org.ringbook.dataplane.frame.Ipv6Header}, {@link
 *       org.ringbook.dataplane.frame.Ipv6Extension}, then {@link
 *       org.ringbook.dataplane.frame.TcpHeader} and {@link
 *       org.ringbook.dataplane.frame.UdpHeader}: one layout a class, read and
 *       written in place;
 *   <li>{@link org.ringbook.dataplane.frame.FrameParser}, which walks from header to
 *       header, {@link org.ringbook.dataplane.frame.ParsedFrame}, which is what it
 *       found, and {@link org.ringbook.dataplane.frame.Verdict}, why it stopped;
 *   <li>{@link org.ringbook.dataplane.frame.VxlanHeader}: a frame within a frame;
 *   <li>{@link org.ringbook.dataplane.frame.FrameBuilder}, for tests and examples.
 * </ol>
 *
 * <p>Accessors are static and take a segment and an offset, so nothing is allocated
 * for a frame; only the builder allocates. An accessor checks nothing but the bounds
 * of the segment: the parser checks before it reads, and vouches for the offsets
 * that it hands out.
 */
package org.ringbook.dataplane.frame;
