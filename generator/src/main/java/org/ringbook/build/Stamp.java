package org.ringbook.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Remembers of the last good build what went in and which version came out. */
final class Stamp {

  private final Path file;

  Stamp(Path work) {
    this.file = work.resolve("stamp");
  }

  /** Whether that build's inputs and its site are the ones there are now. */
  boolean matches(String fingerprint, String version) throws IOException {
    return !version.isEmpty()
        && Files.isRegularFile(file)
        && Files.readAllLines(file).equals(List.of(fingerprint, version));
  }

  /** Notes a good build. */
  void write(String fingerprint, String version) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling("stamp.new");
    Files.write(aside, List.of(fingerprint, version));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** After a failed build nothing is up to date. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
