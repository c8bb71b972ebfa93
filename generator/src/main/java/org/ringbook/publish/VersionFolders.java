package org.ringbook.publish;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder beside a site that holds its versions. */
final class VersionFolders {

  /** The file that a build holds while it publishes. */
  static final String LOCK = "lock";

  private VersionFolders() {}

  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Removes older versions and what killed builds left; what can't be removed stays. */
  static void keepOnly(Path versions, String current) throws IOException {
    List<Path> old;
    try (Stream<Path> folders = Files.list(versions)) {
      old = folders.filter(folder -> !folder.endsWith(current) && !folder.endsWith(LOCK)).toList();
    }
    for (Path folder : old) {
      delete(folder);
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  /** A temporary folder is made for its owner alone; a site is for everybody. */
  static void readable(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
