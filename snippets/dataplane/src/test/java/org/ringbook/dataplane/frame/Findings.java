package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.frame.ParsedFrame.NONE;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests ask of any parsed frame. */
final class Findings {
  private static final List<Method> GETTERS =
      Arrays.stream(ParsedFrame.class.getDeclaredMethods())
          .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
          .filter(method -> !method.getName().equals("inner"))
          .sorted(Comparator.comparing(Method::getName))
          .toList();

  private Findings() {}

  static ParsedFrame parse(byte[] frame) {
    ParsedFrame parsed = new ParsedFrame();
    Verdict verdict = FrameParser.parse(exactly(frame), 0, frame.length, parsed);
    assertTrue(verdict == parsed.verdict());
    check(parsed, 0, frame.length);
    return parsed;
  }

  /** Memory of just the frame: reading past it throws, and so does writing. */
  static MemorySegment exactly(byte[] frame) {
    return MemorySegment.ofArray(frame).asReadOnly();
  }

  /** All that holds for every frame, broken ones included. */
  static void check(ParsedFrame frame, long first, long last) {
    long end = frame.payloadOffset() + frame.payloadLength();
    assertTrue(frame.start() == first);
    assertTrue(frame.payloadLength() >= 0 && frame.payloadOffset() >= first && end <= last);
    assertTrue(frame.tags() >= 0 && frame.tags() <= FrameParser.MAX_TAGS);
    assertTrue(frame.extensions() <= FrameParser.MAX_EXTENSIONS);
    assertTrue((frame.networkLength() > 0) == (frame.networkOffset() != NONE));
    if (frame.networkOffset() != NONE) {
      network(frame, end);
    }
    if (frame.transportOffset() != NONE) {
      transport(frame);
    }
    if (frame.hasInner()) {
      long inner = frame.payloadOffset() + VxlanHeader.BYTES;
      assertTrue(!frame.inner().hasInner());
      check(frame.inner(), inner, end);
    }
  }

  private static void network(ParsedFrame frame, long end) {
    long after = frame.networkOffset() + frame.networkLength();
    assertTrue(frame.macLength() >= EthernetHeader.BYTES);
    assertTrue(after <= frame.payloadOffset() && frame.payloadOffset() <= end);
    if (frame.isIpv4() || frame.isIpv6()) {
      long addresses = frame.addressesOffset() + 2L * frame.addressLength();
      assertTrue(addresses <= after && frame.protocol() >= 0);
    }
  }

  private static void transport(ParsedFrame frame) {
    long after = frame.transportOffset() + frame.transportLength();
    assertTrue(frame.isTcp() ^ frame.isUdp());
    assertTrue(frame.sourcePort() >= 0 && frame.destinationPort() >= 0);
    assertTrue(after == frame.payloadOffset());
    assertTrue(
        frame.transportOffset() == frame.start() + frame.macLength() + frame.networkLength());
  }

  /** Everything that was found, with offsets from {@code base} on. */
  static Map<String, Object> of(ParsedFrame frame, long base) {
    Map<String, Object> all = new TreeMap<>();
    for (Method getter : GETTERS) {
      all.put(getter.getName(), value(getter, frame, base));
    }
    for (int i = 0; i < frame.tags(); i++) {
      all.put("tag " + i, frame.tpid(i) << 16 | frame.tci(i));
    }
    if (frame.hasInner()) {
      all.put("inner", of(frame.inner(), base));
    }
    return all;
  }

  private static Object value(Method getter, ParsedFrame frame, long base) {
    try {
      Object value = getter.invoke(frame);
      return value instanceof Long offset && offset != NONE ? offset - base : value;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
