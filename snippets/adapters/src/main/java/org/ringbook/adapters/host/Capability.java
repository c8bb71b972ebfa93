package org.ringbook.adapters.host;

import java.util.Set;
import org.ringbook.dataplane.port.Feature;

/**
 * What a driver is measured by: the rows of the portability score. Each is proven by
 * at least one test that runs against every host, or excepted by a stub that carries
 * {@link PortingException}.
 */
public enum Capability {
  /** Frames go out as the stack gave them. */
  SEND,
  /** Frames come in as they were on the wire. */
  RECEIVE,
  /** Rings turn round thousands of times. */
  RING_WRAP,
  /** A frame in several pieces goes out without a copy. */
  SCATTER_GATHER(Feature.SCATTER_GATHER),
  /** A full ring pushes back, and lets go again. */
  BACK_PRESSURE,
  /** No buffers for a while: frames are lost, the queue is not. */
  LOW_MEMORY,
  /** The DMA mapping of a buffer fails. */
  MAPPING_FAILURE,
  /** The MTU goes up and down between frames. */
  MTU_CHANGE(Feature.JUMBO),
  /** The device inserts and takes out 802.1Q tags. */
  VLAN(Feature.VLAN_INSERT, Feature.VLAN_STRIP),
  /** The device computes checksums of what is sent. */
  TX_CHECKSUM(Feature.TX_CHECKSUM),
  /** The device checks checksums of what is received, and the stack is told. */
  RX_CHECKSUM(Feature.RX_CHECKSUM),
  /** The device segments TCP over IPv4. */
  TSO4(Feature.TSO4),
  /** The device segments TCP over IPv6. */
  TSO6(Feature.TSO6),
  /** Received segments reach the stack merged (GRO, LRO, RSC). */
  RECEIVE_MERGE,
  /** Received flows are spread over queues. */
  RSS(Feature.RSS),
  /** Interrupts are held back for a set time. */
  MODERATION(Feature.MODERATION),
  /** A stuck card is reset while frames are in flight. */
  RESET,
  /** The driver goes while frames are in flight. */
  DETACH,
  /** Counters are reported by the kernel's own names. */
  STATISTICS,
  /** The link state reaches the stack. */
  LINK,
  /** Programs of the administrator see frames before the stack (XDP). */
  XDP,
  /** The device stamps frames with the time (IEEE 1588). */
  TIMESTAMPS;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of does not change
  private final Set<Feature> needs;

  Capability(Feature... features) {
    needs = Set.of(features);
  }

  /** What a device must have for it. */
  public Set<Feature> needs() {
    return needs;
  }
}
