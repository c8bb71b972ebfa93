package org.ringbook.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringbook.publish.Digest;

/** Something read from a folder, kept until one of its files changes. */
final class FolderMemo<T> {

  private final Path folder;
  private String digest = "";
  private @Nullable T value;

  FolderMemo(Path folder) {
    this.folder = folder;
  }

  /** Reads a folder. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Path folder);
  }

  T get(Reading<T> reading) throws IOException {
    String now = digest();
    T kept = value;
    if (kept == null || !now.equals(digest)) {
      kept = reading.read(folder);
      value = kept;
      digest = now;
    }
    return kept;
  }

  private String digest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    var sum = new Digest();
    for (Path file : files()) {
      sum.add(folder.relativize(file).toString(), Files.readAllBytes(file));
    }
    return sum.name();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
