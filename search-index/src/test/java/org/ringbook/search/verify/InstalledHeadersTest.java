package org.ringbook.search.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.apimap.Os;

/**
 * This handbook's names in the headers that Debian 12 installs: which are gone is written down, so
 * that a name that vanishes and a name that appears both show. {@code -Dverify.refresh=true} writes
 * the lists anew.
 */
class InstalledHeadersTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final ApiMap MAP = ApiMapReader.read(ROOT.resolve("volumes/api-map")).map();
  private static final Path LISTS =
      ROOT.resolve("search-index/src/test/resources/org/ringbook/search/verify");
  private static final boolean REFRESH = Boolean.getBoolean("verify.refresh");

  @Test
  void linux() throws IOException {
    List<Path> headers = new ArrayList<>();
    if (Files.isDirectory(Path.of("/usr/src"))) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(Path.of("/usr/src"), "linux-headers-6.1.*-common")) {
        found.forEach(headers::add);
      }
    }
    assumeTrue(!headers.isEmpty(), "no headers of Linux 6.1: install linux-headers-amd64");
    compare(Verifier.verify(MAP, Os.LINUX, headers.getFirst()), "gone-in-linux-6.1.txt");
  }

  @Test
  void mingw() throws IOException {
    Path headers = Path.of("/usr/share/mingw-w64/include");
    Path version = headers.resolve("_mingw_mac.h");
    assumeTrue(
        Files.isRegularFile(version) && Files.readString(version).contains("VERSION_MAJOR 10"),
        "no headers of mingw-w64 10: install mingw-w64-x86-64-dev");
    Verification names = Verifier.verify(MAP, Os.WINDOWS, headers);
    compare(names, "gone-in-mingw-w64-10.txt");
    assertTrue(names.in(State.FOUND).size() >= 60, () -> "" + names.in(State.FOUND).size());
  }

  @Test
  void rtos() throws IOException {
    Verification names = Verifier.verify(MAP, Os.RTOS, ROOT.resolve("snippets"));
    assertEquals(List.of(), names.in(State.GONE));
    assertEquals(List.of(), names.in(State.MOVED));
  }

  private static void compare(Verification names, String list) throws IOException {
    assertTrue(names.checks().size() > 100, "the map has too few names");
    List<String> gone =
        names.in(State.GONE).stream().map(check -> check.evidence().symbol()).toList();
    Path file = LISTS.resolve(list);
    List<String> lines = Files.readAllLines(file);
    List<String> remarks = lines.stream().filter(line -> line.startsWith("#")).toList();
    if (REFRESH) {
      List<String> fresh = new ArrayList<>(remarks);
      fresh.addAll(gone);
      Files.write(file, fresh);
      return;
    }
    assertEquals(
        String.join("\n", lines.subList(remarks.size(), lines.size())), String.join("\n", gone));
  }
}
