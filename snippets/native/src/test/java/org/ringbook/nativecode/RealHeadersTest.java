package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The mocks' headers say what the real ones say: those of Linux, mingw-w64's for Windows drivers,
 * and those of a FreeBSD kernel where FREEBSD_SRC names its sources. A system whose headers are not
 * installed is skipped.
 */
final class RealHeadersTest {
  private static final long SECONDS = 300;
  private static final int SKIPPED = 77;

  /** A mock, and a prototype of it that is made wrong to see that somebody notices. */
  enum Mock {
    LINUX(
        "linux/netdevice.h",
        "napi_complete_done(struct napi_struct *n, int",
        "napi_complete_done(struct napi_struct *n, long"),
    WINDOWS("ndis_services.h", "NdisMSleep(ULONG ", "NdisMSleep(PVOID "),
    FREEBSD("sys/mutex.h", "mtx_destroy(struct mtx *mutex)", "mtx_destroy(struct mtx **mutex)");

    private final String header;
    private final String right;
    private final String wrong;

    Mock(String header, String right, String wrong) {
      this.header = header;
      this.right = right;
      this.wrong = wrong;
    }

    private String folder() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private String sources() throws IOException {
      return switch (this) {
        case LINUX -> newestKernelHeaders();
        case WINDOWS -> "";
        case FREEBSD -> System.getenv().getOrDefault("FREEBSD_SRC", "");
      };
    }

    Command.Result check(Path mocks, Path out) throws IOException {
      String script = mocks.resolve(folder()).resolve("check-real.sh").toString();
      return Command.run(mocks, SECONDS, Map.of(), List.of(script, sources(), out.toString()));
    }
  }

  /** A kernel's build directory below /lib/modules; empty if no headers are installed. */
  static String newestKernelHeaders() throws IOException {
    Path modules = Path.of("/lib/modules");
    if (!Files.isDirectory(modules)) {
      return "";
    }
    try (Stream<Path> releases = Files.list(modules)) {
      return releases
          .map(release -> release.resolve("build"))
          .filter(Files::isDirectory)
          .max(Path::compareTo)
          .map(Path::toString)
          .orElse("");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMockAgrees(Mock mock, @TempDir Path out) throws IOException {
    Command.Result said = mock.check(Flavour.home().resolve("mock"), out);
    assumeTrue(said.status() != SKIPPED, said::output);
    assertTrue(said.isGood(), said::output);
    assertTrue(Tap.parse(said.output()).isComplete(), said::output);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPrototypeIsNoticed(Mock mock, @TempDir Path folder) throws IOException {
    Path mocks = Files.createDirectories(folder.resolve("mock"));
    copy(mock.folder(), mocks);
    copy("real", mocks);
    Path header = mocks.resolve(mock.folder()).resolve("include").resolve(mock.header);
    String text = Files.readString(header);
    assertEquals(2, text.split(java.util.regex.Pattern.quote(mock.right), -1).length, mock.right);
    Files.writeString(header, text.replace(mock.right, mock.wrong));
    Command.Result said = mock.check(mocks, folder.resolve("out"));
    assumeTrue(said.status() != SKIPPED, said::output);
    assertFalse(said.isGood(), said::output);
    String name = mock.wrong.substring(0, mock.wrong.indexOf('('));
    assertTrue(said.output().contains(name), said::output);
  }

  private static void copy(String name, Path to) {
    String from = Flavour.home().resolve("mock").resolve(name).toString();
    Command.Result copied = Command.run(to, SECONDS, List.of("cp", "-R", from, "."));
    assertTrue(copied.isGood(), copied::output);
  }
}
