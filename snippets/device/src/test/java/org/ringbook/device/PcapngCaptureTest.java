package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngCaptureTest {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final DeviceClock clock = new DeviceClock();
  private final Wire wire = new Wire();

  private record Block(int type, ByteBuffer body) {}

  /** A reader of blocks that checks what every block must be. */
  private List<Block> blocks() {
    ByteBuffer all = ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<Block> blocks = new ArrayList<>();
    while (all.hasRemaining()) {
      int start = all.position();
      int type = all.getInt();
      int length = all.getInt();
      assertEquals(0, length % 4);
      assertEquals(length, all.getInt(start + length - 4), "the length at the end");
      ByteBuffer body = all.slice(start + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN);
      blocks.add(new Block(type, body));
      all.position(start + length);
    }
    return blocks;
  }

  @Test
  void theFileBeginsWithSectionAndInterfaces() {
    new PcapngCapture(file, clock::nanoseconds).close();
    List<Block> blocks = blocks();
    assertEquals(3, blocks.size());
    assertEquals(0x0a0d0d0a, blocks.get(0).type());
    assertEquals(0x1a2b3c4d, blocks.get(0).body().getInt(0));
    assertEquals(1, blocks.get(0).body().getShort(4));
    for (int i = 1; i <= 2; i++) {
      assertEquals(1, blocks.get(i).type());
      assertEquals(1, blocks.get(i).body().getShort(0), "Ethernet");
      assertEquals(9, option(blocks.get(i).body(), 8, 9).get(0), "10^-9 seconds");
    }
    byte[] name = new byte[4];
    option(blocks.get(1).body(), 8, 2).get(name);
    assertArrayEquals("left".getBytes(java.nio.charset.StandardCharsets.UTF_8), name);
  }

  /** An option by code: 16 bits code, 16 bits length, value filled up to 4 bytes. */
  private static ByteBuffer option(ByteBuffer body, int from, int code) {
    int at = from;
    while (body.getShort(at) != code) {
      at += 4 + (body.getShort(at + 2) + 3) / 4 * 4;
    }
    return body.slice(at + 4, body.getShort(at + 2)).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void everyFrameIsABlockWithItsTimeAndEnd() {
    wire.tap(new PcapngCapture(file, clock::nanoseconds));
    clock.advance(0x1_2345_6789L);
    wire.left().send(Frames.numbered(1, 61));
    clock.advance(7);
    wire.right().send(Frames.numbered(2, 1514), false);
    List<Block> blocks = blocks();
    assertEquals(5, blocks.size());
    assertFrame(blocks.get(3).body(), 0, 0x1_2345_6789L, Frames.numbered(1, 61));
    assertFrame(blocks.get(4).body(), 1, 0x1_2345_6790L, Frames.numbered(2, 1514));
    assertEquals(20 + 64, blocks.get(3).body().capacity(), "no options");
    int options = 20 + 1516;
    assertEquals(1 << 24, option(blocks.get(4).body(), options, 2).getInt(0), "CRC");
  }

  private static void assertFrame(ByteBuffer body, int port, long time, byte[] frame) {
    assertEquals(port, body.getInt(0));
    long high = body.getInt(4) & 0xffff_ffffL;
    assertEquals(time, high << 32 | (body.getInt(8) & 0xffff_ffffL));
    assertEquals(frame.length, body.getInt(12));
    assertEquals(frame.length, body.getInt(16));
    byte[] kept = new byte[frame.length];
    body.get(20, kept);
    assertArrayEquals(frame, kept);
  }

  @Test
  void whatTheWireLosesIsNotRecorded() {
    Wire narrow = new Wire(1, 1514);
    narrow.tap(new PcapngCapture(file, clock::nanoseconds));
    narrow.left().send(Frames.numbered(1));
    narrow.left().send(Frames.numbered(2));
    assertEquals(4, blocks().size());
  }
}
