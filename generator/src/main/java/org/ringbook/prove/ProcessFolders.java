package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folders of one process each, named after its number. A process removes its own when it ends; what
 * a killed one left is removed when the next one makes a folder beside it.
 */
final class ProcessFolders {

  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-.*");

  private ProcessFolders() {}

  /** Makes a folder of this process, with a name of its own. */
  static Path make(Path parent) {
    try {
      sweep(Files.createDirectories(parent));
      return Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path parent) {
    for (Path folder : Folders.list(parent)) {
      Matcher name = NAME.matcher(folder.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        Folders.delete(folder);
      }
    }
  }
}
