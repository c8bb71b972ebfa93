package org.ringbook.device;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Records what passes a wire as a pcapng file, which Wireshark and tcpdump read
 * (draft-ietf-opsawg-pcapng): one section, one interface for each end, and a block
 * for each frame, in the order of the wire, with times in nanoseconds.
 *
 * <pre>
 *  | type | total length | body, filled up to 4 bytes | total length |
 * </pre>
 *
 * <p>Every block begins and ends with its length, so a reader can skip what it
 * doesn't know, and go backwards. The byte order is the writer's choice and shows in
 * the section's magic number; here it is little-endian.
 */
public final class PcapngCapture implements WireTap, AutoCloseable {
  private static final int SECTION_HEADER = 0x0a0d_0d0a;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b_3c4d;
  private static final short LINKTYPE_ETHERNET = 1;
  private static final short IF_NAME = 2;
  private static final short IF_TSRESOL = 9;
  private static final short EPB_FLAGS = 2;
  private static final byte NANOSECONDS = 9;
  private static final int CRC_ERROR = 1 << 24;
  private static final int OVERHEAD = 64;

  private final OutputStream out;
  private final LongSupplier clock;
  private final ByteBuffer block = ByteBuffer.allocate(Frame.MAX_LENGTH + OVERHEAD);

  /**
   * Starts a file.
   *
   * @param out where it goes; closed by {@link #close}
   * @param clock nanoseconds since 1970, or since power-on as {@link
   *     DeviceClock#nanoseconds}
   * @throws UncheckedIOException if it can't be written, here and later
   */
  public PcapngCapture(OutputStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    block.order(ByteOrder.LITTLE_ENDIAN);
    section();
    describe("left");
    describe("right");
  }

  private void section() {
    begin(SECTION_HEADER);
    block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
    // The length of the section, which nobody knows yet.
    block.putLong(-1);
    end();
  }

  private void describe(String name) {
    begin(INTERFACE_DESCRIPTION);
    block.putShort(LINKTYPE_ETHERNET).putShort((short) 0);
    // No limit to what is kept of a frame.
    block.putInt(0);
    option(IF_NAME, name.getBytes(StandardCharsets.UTF_8));
    option(IF_TSRESOL, NANOSECONDS);
    endOfOptions();
    end();
  }

  @Override
  public synchronized void frame(boolean left, byte[] bytes, int n, boolean good) {
    long time = clock.getAsLong();
    begin(ENHANCED_PACKET);
    block.putInt(left ? 0 : 1);
    block.putInt((int) (time >>> 32)).putInt((int) time);
    block.putInt(n).putInt(n);
    block.put(bytes, 0, n);
    align();
    if (!good) {
      block.putShort(EPB_FLAGS).putShort((short) Integer.BYTES).putInt(CRC_ERROR);
      endOfOptions();
    }
    end();
  }

  private void begin(int type) {
    block.clear();
    block.putInt(type).putInt(0);
  }

  private void option(short code, byte... value) {
    block.putShort(code).putShort((short) value.length).put(value);
    align();
  }

  private void endOfOptions() {
    block.putInt(0);
  }

  private void align() {
    while (block.position() % Integer.BYTES != 0) {
      block.put((byte) 0);
    }
  }

  private void end() {
    int length = block.position() + Integer.BYTES;
    block.putInt(length).putInt(Integer.BYTES, length);
    try {
      out.write(block.array(), 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
