package org.ringbook.porter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ringbook.porter.RecordedDrivers.Driver;

/**
 * Reads drivers of Linux 6.1 themselves, where {@code -Dringbook.linux=} names
 * their sources (Debian's package linux-source-6.1, version 6.1.192-2). The calls
 * in {@code calls.tsv} were counted by another parser, tree-sitter's, and the
 * functions of each driver by Universal Ctags.
 */
@EnabledIfSystemProperty(named = "ringbook.linux", matches = ".+")
class LinuxTreeTest {
  private static final Path NET =
      Path.of(System.getProperty("ringbook.linux", ""), "drivers/net/ethernet");

  @Test
  void callsAreThoseThatAnotherParserCounted() throws IOException {
    Map<String, Map<String, Integer>> drivers = new HashMap<>();
    int rows = 0;
    for (String line : truth()) {
      String[] row = line.split("\t", -1);
      Map<String, Integer> calls = drivers.computeIfAbsent(row[0], LinuxTreeTest::calls);
      assertEquals(Integer.parseInt(row[2]), calls.getOrDefault(row[1], 0), line);
      rows++;
    }
    assertEquals(86, rows);
  }

  @Test
  void driversAreAsRecorded() throws IOException {
    ApiMap map = ApiMap.read(DriverSources.inBook("volumes/api-map"), "linux");
    List<Driver> found = new ArrayList<>();
    for (Driver recorded : RecordedDrivers.all()) {
      List<CSource> sources = DriverSources.of(NET.resolve("intel/" + recorded.name()));
      found.add(driver(recorded.name(), sources, map));
      assertEquals(
          RecordedDrivers.files(recorded.name()),
          FileFacts.of(sources).stream().filter(LinuxTreeTest::counts).toList());
    }
    assertEquals(RecordedDrivers.all(), found);
  }

  private static boolean counts(FileFacts file) {
    return file.perPacket() + file.setUp() + (file.isHeader() ? file.fields() : 0) > 0;
  }

  private static Driver driver(String name, List<CSource> sources, ApiMap map) {
    CallGraph graph = new CallGraph(sources);
    var path = graph.reach(Entries.of(sources, graph).perPacket());
    Inventory inventory = new Inventory(sources, map);
    return new Driver(
        name,
        (int) sources.stream().filter(file -> file.file().endsWith(".c")).count(),
        (int) sources.stream().filter(file -> file.file().endsWith(".h")).count(),
        sources.stream().mapToInt(file -> file.functions().size()).sum(),
        path.size(),
        (int) path.stream().filter(f -> inventory.kernelCalls(f) > 0).count(),
        path.stream().mapToInt(inventory::kernelCalls).sum());
  }

  private static Map<String, Integer> calls(String driver) {
    Map<String, Integer> counts = new HashMap<>();
    String maker = driver.equals("r8169") ? "realtek" : "intel/" + driver;
    try {
      for (CSource source : DriverSources.of(NET.resolve(maker))) {
        if (!maker.equals("realtek") || source.file().startsWith("r8169")) {
          Calls.in(source).forEach((name, n) -> counts.merge(name, n, Integer::sum));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return counts;
  }

  private static List<String> truth() throws IOException {
    try (InputStream in = LinuxTreeTest.class.getResourceAsStream("calls.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
