package org.ringbook.device;

import static org.ringbook.dataplane.port.Filters82599.*;

import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.offload.ToeplitzTable;

/**
 * Receive-side scaling of the 82599 (82599 datasheet 7.1.2.8): hashes addresses, and
 * ports where MRQC says so, with the key in RSSRK, and looks the queue up in RETA by
 * the lower 7 bits. A frame that has no enabled type goes to queue 0 without a hash.
 */
final class Steering {
  static final int KEY_BYTES = 40;

  private static final int ENTRIES = 128;

  private final RegisterFile registers;
  private ToeplitzTable table;
  private volatile boolean keyChanged = true;

  Steering(RegisterFile registers) {
    this.registers = registers;
  }

  /** RSSRK was written: the next frame is hashed with the new key. */
  void keyChanged() {
    keyChanged = true;
  }

  int queue(Frame frame, Headers headers, ReceiveResult result) {
    int control = registers.get(MRQC);
    if ((control & MRQC_RSSEN) == 0 || headers.ip == Headers.NONE) {
      return 0;
    }
    hash(frame, headers, result, control);
    return result.hashType == 0 ? 0 : redirect(result.hash);
  }

  private int redirect(int hash) {
    int entry = hash & (ENTRIES - 1);
    int four = registers.get(RETA + entry / 4 * Integer.BYTES);
    return four >>> (8 * (entry & 3)) & 0x0f;
  }

  private void hash(Frame frame, Headers headers, ReceiveResult out, int control) {
    refreshKey();
    int withPorts = typeWithPorts(headers, control);
    if (withPorts != 0) {
      out.hashType = withPorts;
      out.hash = fourTuple(frame, headers);
    } else if ((control & (headers.ipv6 ? MRQC_IPV6 : MRQC_IPV4)) != 0) {
      out.hashType = headers.ipv6 ? 5 : 2;
      out.hash = twoTuple(frame, headers);
    }
  }

  /** Types as in the descriptor (82599 datasheet 7.1.6.2); 0: no ports. */
  private static int typeWithPorts(Headers headers, int control) {
    if (headers.isTcp()) {
      int wanted = headers.ipv6 ? MRQC_IPV6_TCP : MRQC_IPV4_TCP;
      return (control & wanted) == 0 ? 0 : headers.ipv6 ? 3 : 1;
    }
    int wanted = headers.ipv6 ? MRQC_IPV6_UDP : MRQC_IPV4_UDP;
    return !headers.isUdp() || (control & wanted) == 0 ? 0 : headers.ipv6 ? 8 : 7;
  }

  private int fourTuple(Frame frame, Headers headers) {
    return headers.ipv6
        ? table.ipv6(frame.segment, headers.ip, headers.transport)
        : table.ipv4(frame.segment, headers.ip, headers.transport);
  }

  private int twoTuple(Frame frame, Headers headers) {
    return headers.ipv6
        ? table.ipv6(frame.segment, headers.ip)
        : table.ipv4(frame.segment, headers.ip);
  }

  private void refreshKey() {
    if (keyChanged) {
      keyChanged = false;
      byte[] key = new byte[KEY_BYTES];
      for (int i = 0; i < KEY_BYTES; i++) {
        key[i] = (byte) (registers.get(RSSRK + (i & ~3)) >>> (8 * (i & 3)));
      }
      table = new ToeplitzTable(new RssKey(key));
    }
  }
}
