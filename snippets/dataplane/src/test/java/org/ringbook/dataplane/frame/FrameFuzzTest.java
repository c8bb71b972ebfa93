package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The parser against bytes that no sender would send. Memory ends where the frame
 * ends, so a read too far throws; {@code -Dringbook.fuzz.tries=} tries longer.
 */
class FrameFuzzTest {
  private static final int TRIES = Integer.getInteger("ringbook.fuzz.tries", 100_000);
  private static final int MOST_BYTES = 192;
  private static final int[] TYPES = {0x0800, 0x86dd, 0x0806, 0x8100, 0x88a8, 60, 1502};

  private final Random random = new Random(0x52494e47);
  private final ParsedFrame parsed = new ParsedFrame();
  private final Set<Verdict> seen = EnumSet.noneOf(Verdict.class);

  private void survives(byte[] frame) {
    try {
      seen.add(FrameParser.parse(Findings.exactly(frame), 0, frame.length, parsed));
      Findings.check(parsed, 0, frame.length);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(HexFormat.of().formatHex(frame), e);
    }
  }

  @Test
  void randomBytes() {
    for (int i = 0; i < TRIES; i++) {
      byte[] frame = new byte[random.nextInt(MOST_BYTES)];
      random.nextBytes(frame);
      survives(frame);
    }
    assertTrue(seen.contains(Verdict.OK) && seen.contains(Verdict.TRUNCATED));
  }

  @Test
  void randomBytesUnderKnownTypes() {
    for (int i = 0; i < TRIES; i++) {
      byte[] frame = new byte[EthernetHeader.BYTES + 1 + random.nextInt(MOST_BYTES)];
      random.nextBytes(frame);
      int type = TYPES[random.nextInt(TYPES.length)];
      EthernetHeader.typeOrLength(MemorySegment.ofArray(frame), 0, type);
      frame[EthernetHeader.BYTES] = (byte) (type == 0x86dd ? 0x60 : 0x45);
      survives(frame);
    }
    assertTrue(seen.containsAll(EnumSet.of(Verdict.OK, Verdict.LENGTH_MISMATCH)));
  }

  @Test
  void mutatedFrames() {
    List<byte[]> samples = List.copyOf(Samples.all().values());
    for (int i = 0; i < TRIES; i++) {
      survives(mutated(samples.get(random.nextInt(samples.size()))));
    }
    Set<Verdict> rare = EnumSet.of(Verdict.TOO_MANY_TAGS, Verdict.TOO_MANY_EXTENSIONS);
    assertTrue(seen.containsAll(EnumSet.complementOf(EnumSet.copyOf(rare))), seen::toString);
  }

  private byte[] mutated(byte[] sample) {
    byte[] frame = sample.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(frame.length);
      switch (random.nextInt(4)) {
        case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> frame[at] = (byte) random.nextInt();
        case 2 -> frame[at] = (byte) (random.nextBoolean() ? 0 : 0xff);
        default -> {
          int from = random.nextInt(frame.length);
          frame[at] = frame[from];
        }
      }
    }
    return random.nextInt(4) == 0 ? resized(frame) : frame;
  }

  private byte[] resized(byte[] frame) {
    return Arrays.copyOf(frame, random.nextInt(frame.length + 16));
  }

  /** What lies around a frame in memory has no part in what is found in it. */
  @Test
  void surroundingsDoNotMatter() {
    List<byte[]> samples = List.copyOf(Samples.all().values());
    ParsedFrame inside = new ParsedFrame();
    for (int i = 0; i < TRIES / 10; i++) {
      byte[] frame = mutated(samples.get(random.nextInt(samples.size())));
      byte[] memory = new byte[frame.length + 128];
      random.nextBytes(memory);
      System.arraycopy(frame, 0, memory, 64, frame.length);
      survives(frame);
      FrameParser.parse(MemorySegment.ofArray(memory), 64, frame.length, inside);
      assertEquals(Findings.of(parsed, 0), Findings.of(inside, 64));
    }
  }
}
