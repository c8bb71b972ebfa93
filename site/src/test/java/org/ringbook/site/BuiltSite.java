package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.ringbook.model.Site;

/** The site that the build of this handbook has published. */
final class BuiltSite {

  static final Path FOLDER = Repository.ROOT.resolve("site/target/site");
  static final Path INDEX = Repository.ROOT.resolve("site/target/index");

  private BuiltSite() {}

  /** Every file by its path relative to the site's root. */
  static SortedMap<String, byte[]> files() {
    return files(FOLDER);
  }

  static SortedMap<String, byte[]> files(Path folder) {
    assertTrue(Files.isRegularFile(folder.resolve("report.json")), "no site in " + folder);
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      Path real = folder.toRealPath();
      try (Stream<Path> walk = Files.walk(real)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          files.put(real.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static Site inMemory() {
    return new Site(files());
  }

  /** The paths of all pages. */
  static List<String> pages() {
    return files().keySet().stream().filter(path -> path.endsWith(".html")).toList();
  }

  static String text(String path) {
    try {
      return Files.readString(FOLDER.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document page(String path) {
    return Jsoup.parse(text(path));
  }

  /** Where the site is on the disk, for a browser. */
  static String onDisk() {
    return FOLDER.toUri().toString().replaceFirst("/?$", "/");
  }
}
