package org.ringbook.adapters.linux;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.linux.SkbFields.IpSummed;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Says to the core what an skb says to a driver. Linux sums the IPv4 header itself,
 * and leaves only the transport checksum to the device ({@code CHECKSUM_PARTIAL},
 * include/linux/skbuff.h); with segmentation the device has to do both, and the
 * driver prepares the headers as the device wants them.
 */
final class TxRequest {
  private static final int TCP_CHECKSUM = 16;
  private static final int ETH_P_IPV6 = 0x86dd;
  private static final int ETH_HLEN = 14;

  private TxRequest() {}

  // tag::prepare[]
  /**
   * Writes the headers as the device wants them for segmentation: without lengths
   * and sums that differ by segment. Before the skb is mapped, as the CPU may not
   * write to what the device may read.
   *
   * @return false if there was no memory for it
   */
  static boolean prepare(LinuxKernel kernel, SkBuff skb) {
    if (skb.fields().gsoSize == 0) {
      return true;
    }
    if (kernel.skbs().skbCowHead(skb) != 0) {
      return false;
    }
    MemorySegment memory = skb.writableData();
    Headers headers = Headers.of(memory.toArray(ValueLayout.JAVA_BYTE));
    headers.clearIpLength();
    headers.clearIpChecksum();
    headers.writePseudoSum(0);
    memory.copyFrom(MemorySegment.ofArray(headers.frame().array()));
    return true;
  }

  // end::prepare[]

  /** Fills in what is wanted of the device. */
  static void fill(TxOffload offload, LinuxKernel kernel, SkBuff skb) {
    SkbFields fields = skb.fields();
    if (fields.vlanTci != SkbFields.NO_VLAN) {
      kernel.call("skb_vlan_tag_get");
      offload.insertVlan(fields.vlanTci);
    }
    if (fields.ipSummed != IpSummed.CHECKSUM_PARTIAL) {
      return;
    }
    headers(offload, skb);
    offload.computeTransportChecksum();
    if (fields.gsoSize > 0) {
      offload.segment(fields.gsoSize);
      if (!offload.isIpv6()) {
        offload.computeIpChecksum();
      }
    }
  }

  private static void headers(TxOffload offload, SkBuff skb) {
    SkbFields fields = skb.fields();
    boolean six = fields.protocol == ETH_P_IPV6;
    boolean tcp = fields.csumOffset == TCP_CHECKSUM;
    int transport = tcp ? tcpHeader(skb) : 8;
    offload.headers(ETH_HLEN, fields.csumStart - ETH_HLEN, transport, six, tcp);
  }

  /** {@code tcp_hdrlen}: bytes, of which the header counts words. */
  private static int tcpHeader(SkBuff skb) {
    long offset = skb.fields().csumStart + 12L;
    return (skb.data().get(ValueLayout.JAVA_BYTE, offset) >>> 4 & 0xf) * 4;
  }
}
