package org.ringbook.adapters.rtos;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.FrameParser;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Checksums for the device to compute. A small stack that is told not to make any
 * leaves the fields 0 (lwIP, CHECKSUM_GEN_TCP); the sum of the pseudo header, which
 * Intel's devices want there, is the driver's to write.
 */
final class Checksums {
  private final ParsedFrame parsed = new ParsedFrame();

  /** Prepares a frame whose headers are in its first buffer. */
  void prepare(NetworkBuffer frame, TxOffload to) {
    MemorySegment data = frame.memory();
    FrameParser.parse(data, 0, frame.length(), parsed);
    long ip = parsed.networkOffset();
    long transport = parsed.transportOffset();
    int length = (int) (frame.frameLength() - transport);
    if (parsed.isTcp()) {
      TransportChecksum.prepareTcp(data, ip, transport, length);
    } else if (parsed.isUdp()) {
      TransportChecksum.prepareUdp(data, ip, transport, length);
    } else {
      return;
    }
    parsed.describeTo(to);
    to.computeTransportChecksum();
    if (parsed.isIpv4()) {
      to.computeIpChecksum();
    }
  }
}
