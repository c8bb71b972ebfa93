package org.ringbook.dataplane.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The handbook's table of registers, whose offsets are those of Intel's own header
 * (e1000_regs.h), against the two maps that code is compiled with.
 */
class RegisterTableTest {
  private static final String FILE = "8254x-registers.tsv";
  private static final Path TABLE = Path.of("volumes", "vol-2-freebsd", FILE);
  private static final Path HEADER = Path.of("snippets/native/drivers/rbe_hw.h");
  private static final Pattern DEFINE = Pattern.compile("#define RBE_(\\w+) (0x\\w+)u");

  private final Map<String, Integer> table = table();

  @Test
  void everyRegisterOfTheJavaMapStandsThere() {
    Map<String, Integer> java =
        Arrays.stream(Registers.class.getFields())
            .filter(field -> !field.getName().contains("_"))
            .collect(Collectors.toMap(Field::getName, RegisterTableTest::value));
    assertTrue(java.size() > 20, java::toString);
    java.forEach((name, offset) -> assertEquals(table.get(name), offset, name));
  }

  @Test
  void everyRegisterOfTheTableIsInTheHeaderInC() throws IOException {
    Map<String, Integer> header = header();
    table.forEach((name, offset) -> assertEquals(header.get(c(name)), offset, name));
  }

  /** C counts receive addresses from the first, so that has no number. */
  private static String c(String name) {
    return name.startsWith("RA") ? name.substring(0, 3) : name;
  }

  private static Map<String, Integer> header() throws IOException {
    return DEFINE
        .matcher(Files.readString(root().resolve(HEADER)))
        .results()
        .collect(Collectors.toMap(m -> m.group(1), RegisterTableTest::number));
  }

  private static int number(MatchResult found) {
    return Integer.parseUnsignedInt(found.group(2).substring(2), 16);
  }

  private static Map<String, Integer> table() {
    try {
      List<String> lines = Files.readAllLines(root().resolve(TABLE));
      Map<String, Integer> rows = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        rows.put(cells[0], Integer.decode(cells[1]));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int value(Field field) {
    try {
      return field.getInt(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (!Files.exists(path.resolve(TABLE))) {
      path = path.getParent();
    }
    return path;
  }
}
