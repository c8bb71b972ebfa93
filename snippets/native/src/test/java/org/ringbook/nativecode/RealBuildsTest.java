package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver's sources become what a real kernel loads, without a warning: rbe.ko with a Linux
 * kernel's own headers and build system, rbe.sys with mingw-w64's linker and import libraries.
 * Nothing is loaded here; where the headers or the linker are missing, it is skipped.
 */
final class RealBuildsTest {
  private static final long SECONDS = 600;
  private static final Path DRIVERS = Flavour.home().resolve("drivers");

  @TempDir Path out;

  @Test
  void aLinuxKernelsBuildMakesAModule() throws IOException {
    String headers = RealHeadersTest.newestKernelHeaders();
    assumeTrue(!headers.isEmpty(), "no kernel headers: apt-get install linux-headers-amd64");
    assumeTrue(Flavour.GCC.missing().isEmpty(), Flavour.GCC::missing);
    run("linux/build-module.sh", headers, out.toString());
    assertTrue(Files.size(out.resolve("drivers/linux/rbe.ko")) > 0);
  }

  @Test
  void aWindowsLinkerMakesADriver() throws IOException {
    String linker = "x86_64-w64-mingw32-gcc";
    assumeTrue(Flavour.isOnPath(linker), "not found: apt-get install gcc-mingw-w64-x86-64");
    run("windows/link-check.sh", out.toString());
    assertTrue(Files.size(out.resolve("rbe.sys")) > 0);
  }

  private static void run(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(DRIVERS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Command.Result built = Command.run(Flavour.home(), SECONDS, command);
    assertTrue(built.isGood(), built::output);
  }
}
