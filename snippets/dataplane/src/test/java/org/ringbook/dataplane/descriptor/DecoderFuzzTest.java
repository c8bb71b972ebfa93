package org.ringbook.dataplane.descriptor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a device wrote is as little to be trusted as what came over the wire: every
 * reader takes any 16 bytes, reads no others, and returns a number of its range.
 */
class DecoderFuzzTest {
  private static final int TRIES = Integer.getInteger("ringbook.fuzz.tries", 100_000);

  /** Readers of all 32 bits, so of the sign too. */
  private static final List<String> WHOLE_WORDS = List.of("rssHash", "statusError");

  private final Random random = new Random(0x44455343);

  /** All methods that take a descriptor, nothing else, and return what it says. */
  private static List<Method> readers(Class<?> format) {
    return Arrays.stream(format.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() != void.class)
        .filter(DecoderFuzzTest::takesADescriptor)
        .toList();
  }

  private static boolean takesADescriptor(Method method) {
    Class<?>[] expected = {MemorySegment.class, long.class};
    return Arrays.equals(expected, method.getParameterTypes());
  }

  static Stream<Class<?>> formats() {
    return Formats.CLASSES.stream();
  }

  private static int bytes(Class<?> format) throws ReflectiveOperationException {
    return (int) format.getField("BYTES").get(null);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anyBytesCanBeRead(Class<?> format) throws ReflectiveOperationException {
    List<Method> readers = readers(format);
    assertTrue(!readers.isEmpty(), "nothing to read");
    byte[] slot = new byte[bytes(format)];
    for (int i = 0; i < TRIES / readers.size(); i++) {
      random.nextBytes(slot);
      byte[] before = slot.clone();
      for (Method reader : readers) {
        inRange(reader, slot);
      }
      assertArrayEquals(before, slot, "a reader wrote");
    }
  }

  /** Fields of fewer than 32 bits come out unsigned. */
  private static void inRange(Method reader, byte[] slot) throws ReflectiveOperationException {
    MemorySegment exact = MemorySegment.ofArray(new long[slot.length / Long.BYTES]);
    exact.copyFrom(MemorySegment.ofArray(slot));
    Object value = reader.invoke(null, exact.asReadOnly(), 0L);
    if (value instanceof Integer number && !WHOLE_WORDS.contains(reader.getName())) {
      String what = reader + " of " + HexFormat.of().formatHex(slot);
      assertTrue(number >= 0, what);
    }
  }
}
