package org.ringbook.device;

import static org.ringbook.dataplane.descriptor.AdvancedRxWriteBack.*;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdvancedRxRead;

/**
 * The advanced receive descriptor, one buffer (82599 datasheet 7.1.6): read in one
 * form, written back in another over the same 16 bytes. A descriptor without EOP
 * names the next one of its frame.
 */
final class Receive82599 implements ReceiveFormat {
  private static final int UDPCS = 0x10;
  private static final int PIF = 0x80;
  private static final int UDPV = 0x400;

  @Override
  public long bufferAddress(MemorySegment memory, long at) {
    return AdvancedRxRead.packetAddress(memory, at);
  }

  @Override
  public void writeBack(WriteBacks out, long slot, ReceiveResult result) {
    boolean last = result.next < 0;
    int end = EOP | status(result) | errors(result);
    int status = DD | (last ? end : result.next << 4);
    int tag = last ? Math.max(result.tag, 0) : 0;
    int info = result.packetType << 4 | result.hashType;
    long low = (long) result.hash << 32 | info;
    long upper = (long) tag << 16 | result.stored;
    out.bothWords(slot, low, upper << 32 | Integer.toUnsignedLong(status));
  }

  private static int status(ReceiveResult result) {
    int ip = result.ipChecked ? IPCS : 0;
    int udp = result.udp ? UDPCS | UDPV : 0;
    int transport = result.transportChecked ? L4I | udp : 0;
    int tag = result.tag == Headers.NONE ? 0 : VP;
    return ip | transport | tag | (result.inexact ? PIF : 0);
  }

  private static int errors(ReceiveResult result) {
    int sums = (result.ipBad ? IPE : 0) | (result.transportBad ? L4E : 0);
    return sums | (result.damaged ? RXE : 0);
  }
}
