package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What {@code make judged} says of a program that only a kernel can prove: it counts where the
 * kernel ran it, or has run the same content; else the record tells what was lacking, and nobody
 * fails.
 */
final class JudgedFilesTest {
  private static final long SECONDS = 30;
  private static final Path COPY = Flavour.home().resolve("target/judged-test");
  private static final String FOLDER = Flavour.GCC.output();
  private static final String KERNEL = FOLDER + "/ebpf-kernel-test.verdict";
  private static final String USER_SPACE = FOLDER + "/ebpf-host-test.verdict";
  private static final String NO_CLANG = "BPF_CLANG=no-such-compiler";
  private static final List<String> PROGRAM =
      List.of("ebpf/tables.h", "ebpf/verdict.h", "ebpf/xdp.bpf.c");

  @BeforeEach
  void copySources() throws IOException {
    assumeTrue(Flavour.GCC.missing().isEmpty(), Flavour.GCC::missing);
    SourceCopy.make(Flavour.home(), COPY);
  }

  /** Its content as it was recorded, and then changed. */
  @Test
  void aKernelThatIsNotThereFailsNobodyAndProvesNothing() throws IOException {
    List<String> recorded = judged(NO_CLANG);
    for (String file : PROGRAM) {
      assertEquals(List.of("ebpf-qemu"), cells(2, lines(recorded, file)), file);
    }
    Path header = COPY.resolve("ebpf/verdict.h");
    Files.writeString(header, "\n", StandardOpenOption.APPEND);
    List<String> changed = judged(NO_CLANG);
    for (String file : PROGRAM) {
      assertEquals(List.of("ebpf-kernel-test"), cells(2, lines(changed, file)), file);
      assertEquals(List.of("0"), cells(7, lines(changed, file)), file);
      String lacking = cells(5, lines(changed, file)).getFirst();
      assertTrue(lacking.contains("clang") || lacking.contains("bpf(2)"), lacking);
    }
    assertEquals(List.of("ebpf-host-test"), cells(2, lines(changed, "ebpf/test/host.c")));
  }

  @Test
  void aKernelThatRanItProvesItWithTheCompilerThatMadeIt() {
    List<String> record = judged("BPF_CLANG=clang");
    assumeTrue(Files.exists(COPY.resolve(KERNEL)), "bpf(2) or clang cannot be used here");
    for (String file : PROGRAM) {
      List<String> today =
          lines(record, file).stream()
              .filter(line -> line.contains("\tebpf-kernel-test\t"))
              .toList();
      assertTrue(cells(3, today).getFirst().startsWith("clang "), file);
      assertTrue(cells(4, today).getFirst().contains("-target bpf"), file);
      assertTrue(cells(5, today).getFirst().startsWith("Linux "), file);
    }
    String tests = cells(3, lines(record, "ebpf/test/kernel.c")).getFirst();
    assertTrue(tests.startsWith("gcc "), tests);
  }

  private static List<String> judged(String clang) {
    run(List.of("./judged.sh", "forget", FOLDER));
    Command.Result made = Flavour.GCC.make(COPY, clang, KERNEL, USER_SPACE);
    assertTrue(made.isGood(), made::output);
    run(List.of("./judged.sh", "collect", FOLDER, "target/judged.tsv", KERNEL, USER_SPACE));
    try {
      return Files.readAllLines(COPY.resolve("target/judged.tsv"));
    } catch (IOException e) {
      throw new AssertionError("no record", e);
    }
  }

  private static void run(List<String> command) {
    Command.Result result = Command.run(COPY, SECONDS, command);
    assertTrue(result.isGood(), result::output);
  }

  private static List<String> lines(List<String> record, String file) {
    return record.stream().filter(line -> line.startsWith(file + "\t")).toList();
  }

  private static List<String> cells(int column, List<String> lines) {
    List<String> cells = new ArrayList<>();
    lines.forEach(line -> cells.add(line.split("\t", -1)[column]));
    return cells;
  }
}
