package org.ringbook.adapters.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.dataplane.dma.Direction.FROM_DEVICE;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.linux.RxBuffers.RxBuffer;
import org.ringbook.adapters.linux.SkbFields.IpSummed;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata;

/**
 * Makes skbs of received packets: small frames are copied and their buffer is used
 * again; of others the page itself becomes the skb, further pages its frags.
 */
final class LinuxRx {
  /** Frames up to here are copied, as a page would be mostly empty. */
  static final int COPYBREAK = 256;

  private final LinuxKernel kernel;
  private final RxBuffers buffers;
  private final int queue;
  private long packets;
  private long bytes;
  private long dropped;

  LinuxRx(LinuxKernel kernel, RxBuffers buffers, int queue) {
    this.kernel = kernel;
    this.buffers = buffers;
    this.queue = queue;
  }

  // tag::receive[]
  /** Hands one frame up, in the poll of an instance. */
  void receive(Napi napi, Packet frame) {
    int length = frame.frameLength();
    RxMetadata found = frame.metadata();
    int vlan = found.vlan();
    int hash = found.hash();
    boolean good = found.checksum() == RxMetadata.Checksum.ALL_GOOD;
    boolean small = frame.next() == null && length <= COPYBREAK;
    SkBuff skb = small ? copy(frame) : build(frame);
    if (skb == null) {
      dropped++;
      return;
    }
    packets++;
    bytes += length;
    describe(skb.fields(), vlan, hash, good);
    ethTypeTrans(skb);
    napi.napiGroReceive(skb);
  }

  // end::receive[]

  /** The device's verdict must be noted before the packet is given back. */
  private void describe(SkbFields fields, int vlan, int hash, boolean good) {
    if (vlan != RxMetadata.NO_VLAN) {
      kernel.call("__vlan_hwaccel_put_tag");
      fields.vlanTci = vlan;
    }
    kernel.call("skb_set_hash");
    fields.hash = hash;
    kernel.call("skb_record_rx_queue");
    fields.queueMapping = queue;
    fields.ipSummed = good ? IpSummed.CHECKSUM_UNNECESSARY : IpSummed.CHECKSUM_NONE;
  }

  private void ethTypeTrans(SkBuff skb) {
    kernel.call("eth_type_trans");
    MemorySegment header = skb.data();
    int high = header.get(JAVA_BYTE, 12) & 0xff;
    skb.fields().protocol = (high << 8) | (header.get(JAVA_BYTE, 13) & 0xff);
  }

  private SkBuff copy(Packet packet) {
    int length = packet.length();
    SkBuff skb = kernel.skbs().napiAllocSkb(COPYBREAK);
    if (skb != null) {
      long dma = ((RxBuffer) packet.attachment()).dma();
      kernel.dma().dmaSyncSingleRangeForCpu(dma, 0, length, FROM_DEVICE);
      kernel.call("skb_put_data");
      skb.skbPut(length).copyFrom(packet.data().asSlice(0, length));
      kernel.dma().dmaSyncSingleRangeForDevice(dma, 0, length, FROM_DEVICE);
    }
    buffers.reuse(packet);
    return skb;
  }

  // tag::build[]
  private SkBuff build(Packet first) {
    int length = first.length();
    Packet next = first.next();
    Page page = buffers.claim(first);
    SkBuff skb = kernel.skbs().napiBuildSkb(page);
    if (skb == null) {
      kernel.skbs().freePage(page);
      giveBack(next);
      return null;
    }
    skb.skbReserve(RxBuffers.HEADROOM);
    skb.skbPut(length);
    while (next != null) {
      Packet part = next;
      next = part.next();
      int size = part.length();
      skb.skbAddRxFrag(buffers.claim(part), RxBuffers.HEADROOM, size);
    }
    return skb;
  }

  // end::build[]

  private void giveBack(Packet rest) {
    Packet next = rest;
    while (next != null) {
      Packet part = next;
      next = part.next();
      buffers.giveBack(part);
    }
  }

  /** {@code rx_packets}. */
  long packets() {
    return packets;
  }

  /** {@code rx_bytes}. */
  long bytes() {
    return bytes;
  }

  /** {@code rx_dropped}: no memory for an skb. */
  long dropped() {
    return dropped;
  }
}
