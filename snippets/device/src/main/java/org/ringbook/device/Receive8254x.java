package org.ringbook.device;

import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.*;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;

/**
 * The legacy receive descriptor (8254x SDM 3.2.3). IXSM is set when no checksum was
 * looked at. Status beyond DD and EOP, errors and tag stand in the last descriptor
 * of a frame.
 */
final class Receive8254x implements ReceiveFormat {

  @Override
  public long bufferAddress(MemorySegment memory, long at) {
    return LegacyRxDescriptor.address(memory, at);
  }

  @Override
  public void writeBack(WriteBacks out, long slot, ReceiveResult result) {
    boolean last = result.next < 0;
    int status = DD | (last ? EOP | status(result) : IXSM);
    int errors = last ? errors(result) : 0;
    int tag = last ? Math.max(result.tag, 0) : 0;
    long low = (long) result.packetChecksum << 16 | result.stored;
    long high = (long) tag << 16 | errors << 8 | status;
    out.upperWord(slot, high << 32 | low);
  }

  private static int status(ReceiveResult result) {
    int sums = (result.ipChecked ? IPCS : 0) | (result.transportChecked ? TCPCS : 0);
    int tag = result.tag == Headers.NONE ? 0 : VP;
    return (sums == 0 ? IXSM : sums) | tag | (result.inexact ? PIF : 0);
  }

  private static int errors(ReceiveResult result) {
    int sums = (result.ipBad ? IPE : 0) | (result.transportBad ? TCPE : 0);
    return sums | (result.damaged ? CE : 0);
  }
}
