package org.ringbook.porter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the C files and headers of folders, as they lie in a checkout. */
public final class DriverSources {
  private DriverSources() {}

  /**
   * The {@code .c} and {@code .h} files of some folders, not of those below them,
   * in the order of their names.
   */
  public static List<CSource> of(Path... folders) throws IOException {
    List<CSource> sources = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        sources.add(CSource.of(file.getFileName().toString(), text));
      }
    }
    return sources;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().matches(".*\\.[ch]")).sorted().toList();
    }
  }

  /**
   * A folder of this book, wherever below its root one stands.
   *
   * @param path from the root, such as {@code snippets/native/drivers/linux}
   * @throws IOException if one stands outside of a checkout
   */
  public static Path inBook(String path) throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve(path))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IOException("no " + path + " here or above: not in a checkout");
    }
    return at.resolve(path);
  }
}
