package org.ringbook.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringbook.build.BookFolders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the handbook that a command is about. */
final class BookOption {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--book",
      paramLabel = "DIR",
      description = "The handbook's folder; by default the one around this folder.")
  private @Nullable Path book;

  BookFolders folders() throws IOException {
    Path folder = book == null ? around(Path.of("").toAbsolutePath()) : book;
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          folder == null
              ? "No handbook here: no folder around this one has volumes/book.yaml. Use --book DIR."
              : "No such folder: " + folder);
    }
    return BookFolders.at(folder);
  }

  /** The handbook around a folder; the launcher names its own where there is none. */
  private static @Nullable Path around(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("volumes/book.yaml"))) {
        return at;
      }
    }
    String home = System.getProperty("ringbook.home");
    return home == null ? null : Path.of(home);
  }
}
