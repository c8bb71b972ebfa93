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

  /** Fills in what is wanted; false if there was no memory for it. */
  static boolean fill(TxOffload offload, LinuxKernel kernel, SkBuff skb) {
    SkbFields fields = skb.fields();
    if (fields.vlanTci != SkbFields.NO_VLAN) {
      kernel.call("skb_vlan_tag_get");
      offload.insertVlan(fields.vlanTci);
    }
    if (fields.gsoSize > 0) {
      return segment(offload, kernel, skb);
    }
    if (fields.ipSummed == IpSummed.CHECKSUM_PARTIAL) {
      headers(offload, fields, fields.csumOffset == TCP_CHECKSUM ? 20 : 8);
      offload.computeTransportChecksum();
    }
    return true;
  }

  private static void headers(TxOffload offload, SkbFields fields, int transport) {
    boolean six = fields.protocol == ETH_P_IPV6;
    boolean tcp = fields.csumOffset == TCP_CHECKSUM;
    offload.headers(ETH_HLEN, fields.csumStart - ETH_HLEN, transport, six, tcp);
  }

  // tag::segment[]
  /** Lengths and sums that differ by segment must not be in the prototype. */
  private static boolean segment(TxOffload offload, LinuxKernel kernel, SkBuff skb) {
    if (skb.skbCowHead() != 0) {
      return false;
    }
    MemorySegment memory = skb.writableData();
    Headers parsed = Headers.of(memory.toArray(ValueLayout.JAVA_BYTE));
    parsed.clearIpLength();
    parsed.clearIpChecksum();
    parsed.writePseudoSum(0);
    memory.copyFrom(MemorySegment.ofArray(parsed.frame().array()));
    headers(offload, skb.fields(), parsed.transportLength());
    if (!parsed.isIpv6()) {
      offload.computeIpChecksum();
    }
    offload.computeTransportChecksum();
    offload.segment(skb.fields().gsoSize);
    return true;
  }
  // end::segment[]
}
