package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what runs have printed, by a key that stands for all that they depend on.
 *
 * <p>An entry begins with the digest of the rest; one that doesn't match is taken for none.
 */
final class ProofCache {

  private static final int DIGEST = 64;

  private final Path folder;
  private final int most;

  /** A cache in this folder that holds at most so many entries between builds. */
  ProofCache(Path folder, int most) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.most = most;
  }

  /** What was put under the key, if it is still there and whole. */
  Optional<String> get(String key) {
    Path entry = folder.resolve(key);
    try {
      String text = Files.readString(entry);
      if (text.length() < DIGEST) {
        return Optional.empty();
      }
      String kept = text.substring(DIGEST);
      if (!Fingerprint.of(kept).equals(text.substring(0, DIGEST))) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      return Optional.of(kept);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void put(String key, String text) {
    Folders.write(folder.resolve(key), Fingerprint.of(text) + text);
  }

  /** Drops the entries that were used longest ago. */
  void trim() {
    List<Path> entries =
        Folders.list(folder).stream()
            .sorted(Comparator.comparing(ProofCache::lastUse).reversed())
            .toList();
    entries.stream().skip(most).forEach(ProofCache::delete);
  }

  private static FileTime lastUse(Path entry) {
    try {
      return Files.getLastModifiedTime(entry);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static void delete(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
