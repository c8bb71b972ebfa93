package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every driver's register of what it cannot do is true, and registers that are not are told. */
final class ExceptionRegisterTest {
  private static final String COLUMNS = "feature\tfunction\tanswers\treason\n";
  private static final String XDP = "xdp\trbe_bpf\t-EOPNOTSUPP\tno pages\n";
  private static final String SR_IOV = "sr-iov\trbe_no_vf\tENOTSUP\tno functions\n";
  private static final String RSS = "rss\trequest\tREFUSED\tone ring\n";

  /** A mark in a body, one before a function, and one whose answer another function gives. */
  private static final String SOURCE =
      """
      #define DP_PORTING_EXCEPTION(feature, reason) ((void)0)
      /* DP_PORTING_EXCEPTION("in a comment", "counts for nothing"); */
      int rbe_bpf(struct device *device)
      {
          DP_PORTING_EXCEPTION("xdp", "no pages");
          if (device)
              say("no");
          return -EOPNOTSUPP;
      }

      DP_PORTING_EXCEPTION("sr-iov", "no functions");
      static int
      rbe_no_vf(struct device *device,
          int count)
      {
          return (ENOTSUP);
      }

      static int not_here(void)
      {
          return REFUSED;
      }

      static int request(int what)
      {
          if (what == 1)
              return 0;
          DP_PORTING_EXCEPTION("rss", "one ring");
          return not_here();
      }
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyDriverHasATrueRegister() throws IOException {
    try (Stream<Path> folders = Files.list(Flavour.home().resolve("drivers"))) {
      List<Path> drivers = folders.filter(Files::isDirectory).sorted().toList();
      assertTrue(drivers.size() >= 4, () -> "found only " + drivers);
      return drivers.stream()
          .map(driver -> dynamicTest(driver.getFileName().toString(), () -> check(driver)));
    }
  }

  private static void check(Path driver) {
    assertEquals(List.of(), ExceptionRegister.problems(driver));
  }

  @Test
  void aTrueRegisterHasNoProblems() throws IOException {
    assertProblems(COLUMNS + XDP + SR_IOV + RSS);
  }

  @Test
  void aMarkWithoutALineIsTold() throws IOException {
    assertProblems(COLUMNS + XDP + RSS, "rbe.c:11: sr-iov is not registered");
  }

  @Test
  void aLineWithoutAMarkIsTold() throws IOException {
    String line = "time\trbe_bpf\t-EOPNOTSUPP\tno clock\n";
    assertProblems(
        COLUMNS + XDP + SR_IOV + RSS + line, "exceptions.tsv:5: no function is marked with time");
  }

  @Test
  void aFunctionThatIsNotThereIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP.replace("rbe_bpf", "rbe_xdp") + SR_IOV + RSS,
        "exceptions.tsv:2: no function rbe_xdp in the driver");
  }

  @Test
  void anotherFunctionThanTheMarkedOneIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP + SR_IOV.replace("rbe_no_vf", "not_here") + RSS,
        "exceptions.tsv:3: rbe_no_vf is marked with sr-iov");
  }

  @Test
  void anotherAnswerIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP.replace("-EOPNOTSUPP", "-EINVAL") + SR_IOV + RSS,
        "exceptions.tsv:2: rbe_bpf answers -EOPNOTSUPP");
  }

  @Test
  void anotherAnswerOfTheFunctionThatIsCalledIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP + SR_IOV + RSS.replace("REFUSED", "ENOTSUP"),
        "exceptions.tsv:4: request answers not_here()");
  }

  @Test
  void anotherReasonIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP.replace("no pages", "no time") + SR_IOV + RSS,
        "exceptions.tsv:2: the mark says: no pages");
  }

  @Test
  void aSecondLineForAFeatureIsTold() throws IOException {
    assertProblems(COLUMNS + XDP + SR_IOV + RSS + XDP, "exceptions.tsv:5: xdp is registered twice");
  }

  @Test
  void otherColumnsAreTold() throws IOException {
    String told = "exceptions.tsv:1: the columns are feature, function, answers, reason";
    write("feature\tstub\tanswer\treason\n" + XDP + SR_IOV + RSS);
    assertEquals(told, ExceptionRegister.problems(folder).getFirst());
  }

  @Test
  void anEmptyCellIsTold() throws IOException {
    assertProblems(
        COLUMNS + XDP + SR_IOV + RSS + "time\t\tENOTSUP\tno clock\n",
        "exceptions.tsv:5: not four cells with something in each");
  }

  @Test
  void aMissingRegisterIsTold() throws IOException {
    Files.writeString(folder.resolve("rbe.c"), SOURCE);
    assertEquals(List.of("exceptions.tsv is missing"), ExceptionRegister.problems(folder));
  }

  private void assertProblems(String register, String... expected) throws IOException {
    write(register);
    assertEquals(List.of(expected), ExceptionRegister.problems(folder));
  }

  private void write(String register) throws IOException {
    Files.writeString(folder.resolve("rbe.c"), SOURCE);
    Files.writeString(folder.resolve("exceptions.tsv"), register);
  }
}
