package org.ringbook.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides of a comparison get the same result from the same bytes. */
final class SameWorkTest {
  private static final Map<String, Long> PEERS = new HashMap<>();

  @BeforeAll
  static void runTheCounterparts(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(has("gcc"), "no gcc: the C counterparts are not compared");
    Path source = Path.of(System.getProperty("ringbook.root"), "snippets/benchmarks/c");
    List<String> command =
        new ArrayList<>(List.of("gcc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O3"));
    command.addAll(
        List.of("-Wall", "-Wextra", "-Werror", "-o", folder.resolve("peers").toString()));
    try (var files = Files.newDirectoryStream(source, "*.c")) {
      files.forEach(file -> command.add(file.toString()));
    }
    assertEquals("", run(command));
    for (String line :
        run(List.of(folder.resolve("peers").toString(), "all", "1")).lines().toList()) {
      String[] cells = line.split("\t", -1);
      PEERS.put(cells[0], Long.parseLong(cells[2]));
    }
  }

  private static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void forwarding() {
    for (int batch : List.of(1, 8, 32, 256)) {
      Forwarding ours = new Forwarding();
      ours.batch = batch;
      ours.open();
      assertEquals(PEERS.get("forwarding/" + batch), ours.forward());
    }
  }

  @Test
  void checksums() {
    for (int length : List.of(64, 1500)) {
      Checksum ours = new Checksum();
      ours.length = length;
      ours.open();
      assertEquals(PEERS.get("checksum/" + length), inMemoryOrder(ours.words()));
      assertEquals(PEERS.get("checksum-pairs/" + length), ours.pairs());
    }
  }

  /** The C side stores the sum as it is in memory, which swaps it on this CPU. */
  private static long inMemoryOrder(int checksum) {
    return Short.toUnsignedLong(Short.reverseBytes((short) checksum));
  }

  @Test
  void hashes() {
    for (int length : List.of(12, 36)) {
      ToeplitzHash ours = new ToeplitzHash();
      ours.length = length;
      ours.open();
      assertEquals(PEERS.get("toeplitz/" + length), Integer.toUnsignedLong(ours.table()));
      assertEquals(ours.table(), ours.bits());
    }
  }

  @Test
  void segments() {
    Segmentation ours = new Segmentation();
    ours.open();
    assertEquals(PEERS.get("segmentation/65483"), ours.tso());
  }

  @Test
  void headers() {
    Parsing ours = new Parsing();
    ours.open();
    assertEquals(PEERS.get("parser/tcp"), ours.tcp());
  }
}
