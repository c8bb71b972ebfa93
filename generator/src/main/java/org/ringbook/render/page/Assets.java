package org.ringbook.render.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a theme that go to the site as they are.
 *
 * <p>The style sheets in {@code css/} become one, in the order of their names, so that a page asks
 * for one file and a new part of the theme needs no entry anywhere.
 */
final class Assets {

  /** Address of the one style sheet. */
  static final String STYLES = "assets/ringbook.css";

  private Assets() {}

  static SortedMap<String, byte[]> read(Path dir) {
    try {
      SortedMap<String, byte[]> assets = new TreeMap<>();
      ByteArrayOutputStream styles = new ByteArrayOutputStream();
      for (Path file : files(dir)) {
        String name = dir.relativize(file).toString().replace('\\', '/');
        if (name.startsWith("css/")) {
          styles.write(Files.readAllBytes(file));
        } else if (!name.startsWith("templates/")) {
          assets.put("assets/" + name, Files.readAllBytes(file));
        }
      }
      assets.put(STYLES, styles.toByteArray());
      return Collections.unmodifiableSortedMap(assets);
    } catch (IOException e) {
      throw new ThemeException("cannot read the theme in " + dir, e);
    }
  }

  private static List<Path> files(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
