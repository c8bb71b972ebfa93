package org.ringbook.search.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a source tree that may declare something; links are not followed. */
final class SourceTree {

  /** Larger files hold tables and firmware, no interfaces: bytes. */
  static final long LARGEST = 2 << 20;

  private static final Set<String> ENDINGS = Set.of("h", "c", "m", "md", "java");
  private static final Comparator<Path> SHALLOW_FIRST =
      Comparator.<Path>comparingInt(Path::getNameCount).thenComparing(Path::toString);

  private final Path root;
  private final List<Path> files;

  private SourceTree(Path root, List<Path> files) {
    this.root = root;
    this.files = files;
  }

  /**
   * @throws NotDirectoryException where there is no such folder
   */
  static SourceTree at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    Path root = folder.toRealPath();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(root, new Collector(root, files));
    files.sort(SHALLOW_FIRST);
    return new SourceTree(root, files);
  }

  /** How many files there are to look into. */
  int size() {
    return files.size();
  }

  /** Whether a file has this ending. */
  boolean has(String ending) {
    return files.stream().anyMatch(file -> ending(file).equals(ending));
  }

  /** Files that a search goes through: what only a {@code .c} file has, no driver can call. */
  List<Path> interfaces() {
    return files.stream().filter(file -> !ending(file).equals("c")).toList();
  }

  /**
   * The file whose path ends so, folder by folder; the nearest to the root if there are several.
   */
  Optional<Path> named(String end) {
    return files.stream().filter(file -> file.endsWith(end)).findFirst();
  }

  /** As reports name it. */
  String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /**
   * A file's text, each byte a character; empty for a binary file and for one that cannot be read
   * or has become a link.
   */
  static String text(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return "";
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.indexOf('\0') < 0 ? text : "";
    } catch (IOException e) {
      return "";
    }
  }

  static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> files;

    Collector(Path root, List<Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && attributes.size() <= LARGEST
          && ENDINGS.contains(ending(file))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
