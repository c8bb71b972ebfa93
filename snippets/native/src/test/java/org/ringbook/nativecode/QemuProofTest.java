package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Boots a real kernel with the driver on an emulated device: a minute or two, so only with {@code
 * -Pqemu}. What it said stays in target/qemu. {@code -Dringbook.qemu.accept=true} records the run
 * for readers: its kernel log, and of which sources it speaks.
 */
final class QemuProofTest {
  private static final Path PROOF = Flavour.home().resolve("drivers/linux/qemu");
  private static final Path OUT = Flavour.home().resolve("target/qemu");
  private static final boolean ASKED_FOR = Boolean.getBoolean("ringbook.qemu");
  private static final boolean ACCEPT = Boolean.getBoolean("ringbook.qemu.accept");

  /** The guest has a limit of its own, which is shorter. */
  private static final long SECONDS = 1200;

  /** What {@code prove.sh} returns where a tool or the kernel's image is missing. */
  private static final int SKIPPED = 77;

  @TestFactory
  Stream<DynamicTest> aRealKernelRunsTheDriver() throws IOException {
    assumeTrue(ASKED_FOR, "asked for by -Pqemu");
    Command.Result ran =
        Command.run(Flavour.home(), SECONDS, List.of(PROOF + "/prove.sh", OUT.toString()));
    if (ran.status() == SKIPPED) {
      System.out.println("The proof in QEMU is skipped: " + ran.output().strip());
    }
    assumeTrue(ran.status() != SKIPPED, ran::output);
    assertTrue(Files.exists(OUT.resolve("result.tap")), ran::output);
    Tap tap = Tap.parse(Files.readString(OUT.resolve("result.tap")));
    Stream<DynamicTest> steps =
        tap.tests().stream().map(test -> dynamicTest(test.name(), () -> check(test, ran)));
    return Stream.concat(
        steps,
        Stream.of(
            dynamicTest("reports all its steps", () -> checkWhole(tap, ran)),
            dynamicTest("what is recorded for readers says so", () -> compare(tap, ran))));
  }

  private static void check(Tap.Test test, Command.Result ran) {
    assumeTrue(!test.isSkipped(), test::skipped);
    assertTrue(test.passed(), ran::output);
  }

  private static void checkWhole(Tap tap, Command.Result ran) {
    assertTrue(tap.isComplete(), ran::output);
    assertTrue(ran.isGood(), ran::output);
  }

  private static void compare(Tap tap, Command.Result ran) throws IOException {
    KernelLog log = KernelLog.of(Files.readString(OUT.resolve("kernel.log")), "rbe");
    assertFalse(log.lines().isEmpty(), "the driver said nothing");
    if (ACCEPT && ran.isGood()) {
      Files.writeString(PROOF.resolve("kernel.log"), log.text());
      Files.writeString(PROOF.resolve("steps.tap"), steps(tap));
      new KernelProof(tap, ran.output()).write(PROOF);
    }
    KernelLog recorded = KernelLog.of(Files.readString(PROOF.resolve("kernel.log")), "rbe");
    String advice = "record it with -Pqemu -Dringbook.qemu.accept=true";
    assertEquals(recorded.kinds(), log.kinds(), advice);
    assertEquals(Files.readString(PROOF.resolve("steps.tap")), steps(tap), advice);
  }

  /** Names of the steps, without figures, which are another each time. */
  private static String steps(Tap tap) {
    return tap.tests().stream()
        .map(test -> "ok - " + test.name().replaceFirst(" # .*", "") + "\n")
        .collect(Collectors.joining());
  }
}
