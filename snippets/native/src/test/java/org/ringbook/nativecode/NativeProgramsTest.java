package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Builds all programs with each compiler and runs them: a test for each line of TAP. */
final class NativeProgramsTest {
  private static final long SECONDS = 300;

  @TestFactory
  Stream<DynamicNode> gcc() {
    return run(Flavour.GCC);
  }

  @TestFactory
  Stream<DynamicNode> gccWithSanitizers() {
    return run(Flavour.GCC_SANITIZED);
  }

  @TestFactory
  Stream<DynamicNode> clang() {
    return run(Flavour.CLANG);
  }

  private static Stream<DynamicNode> run(Flavour flavour) {
    assumeTrue(flavour.missing().isEmpty(), flavour::missing);
    Command.Result built = flavour.make(Flavour.home(), "all");
    DynamicTest builds = dynamicTest("builds", () -> assertTrue(built.isGood(), built::output));
    if (!built.isGood()) {
      return Stream.of(builds);
    }
    Stream<String> programs = flavour.programs(Flavour.home()).stream();
    return Stream.concat(Stream.of(builds), programs.map(name -> program(flavour, name)));
  }

  private static DynamicNode program(Flavour flavour, String name) {
    List<String> command = List.of(flavour.output() + "/" + name);
    Command.Result result = Command.run(Flavour.home(), SECONDS, command);
    Tap tap = Tap.parse(result.output());
    List<DynamicTest> tests = new ArrayList<>();
    tap.tests().forEach(test -> tests.add(dynamicTest(test.name(), () -> check(test))));
    tests.add(dynamicTest("reports all its tests", () -> checkWhole(tap, result)));
    return dynamicContainer(name, tests);
  }

  private static void check(Tap.Test test) {
    assumeTrue(!test.isSkipped(), test::skipped);
    assertTrue(test.passed(), test::explanation);
  }

  private static void checkWhole(Tap tap, Command.Result result) {
    assertTrue(tap.isComplete(), () -> "plan: " + tap.planned() + "\n" + tap.rest());
    boolean passed = tap.tests().stream().allMatch(Tap.Test::passed);
    assertTrue(result.isGood() == passed, () -> "status " + result.status() + "\n" + tap.rest());
  }
}
