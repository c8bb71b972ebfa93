package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.port.Registers;

/** The header of all drivers and the data plane in Java name the same numbers. */
final class HardwareHeaderTest {
  private static final Pattern DEFINE =
      Pattern.compile("#define RBE_(\\w+) (0x[0-9a-f]+|\\d+)u?\\b.*");

  /** Java's name where it is another: of the first of sixteen, or of a field's place. */
  private static final Map<String, String> OTHER_NAMES = Map.of("RAL0", "RAL", "RAH0", "RAH");

  private static final Pattern JAVA_ONLY = Pattern.compile(".*_SHIFT|TCTL_COLLISIONS_FULL_DUPLEX");

  @Test
  void registersAndBitsAreThoseOfTheJavaCore() throws IOException, IllegalAccessException {
    Map<String, Integer> defined = defined();
    int compared = 0;
    for (Field field : Registers.class.getFields()) {
      if (JAVA_ONLY.matcher(field.getName()).matches()) {
        continue;
      }
      String name = OTHER_NAMES.getOrDefault(field.getName(), field.getName());
      assertEquals(field.getInt(null), defined.get(name), name);
      compared++;
    }
    assertTrue(compared > 50, compared + " compared");
  }

  private static Map<String, Integer> defined() throws IOException {
    Map<String, Integer> defined = new HashMap<>();
    try (Stream<String> lines = Files.lines(Flavour.home().resolve("drivers/rbe_hw.h"))) {
      lines.map(DEFINE::matcher).filter(Matcher::matches).forEach(line -> put(line, defined));
    }
    return defined;
  }

  private static void put(Matcher line, Map<String, Integer> defined) {
    defined.put(line.group(1), Long.decode(line.group(2)).intValue());
  }
}
