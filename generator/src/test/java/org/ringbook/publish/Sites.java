package org.ringbook.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringbook.model.Site;

/** Sites for tests, and what a folder shows of one. */
final class Sites {

  private static final int PAGES = 60;

  private Sites() {}

  /** A site of many pages that all say which one it is. */
  static Site numbered(int number) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int page = 0; page < PAGES; page++) {
      files.put("folder-" + page % 7 + "/page-" + page + ".html", text("site " + number));
    }
    files.put("report.json", text("{\"site\": " + number + "}\n"));
    return new Site(files);
  }

  /** The digest of what readers see, from the files themselves. */
  static String shown(Path out) throws IOException {
    Path version = out.toRealPath();
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(version)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(version.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return Digest.of(new Site(files));
  }

  /** Names of everything beside the site. */
  static List<String> versions(Path out) throws IOException {
    try (Stream<Path> folders =
        Files.list(out.resolveSibling("." + out.getFileName() + "-versions"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
