package org.ringbook.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringbook.build.BookFolders;
import org.ringbook.build.BuildSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ringbook build}. */
@Command(
    name = "build",
    description = "Proves the handbook and publishes its site.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A build with problems leaves the last good site as it was.",
      "",
      "Examples:",
      "  ringbook build                   into site/target/site",
      "  ringbook build --accept          also record outputs that are new or changed",
      "  ringbook build --out /tmp/book   into another folder"
    })
final class BuildCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private ReportOptions report;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the site goes.")
  private @Nullable Path out;

  @Option(names = "--accept", description = "Record outputs of examples that are new or changed.")
  private boolean accept;

  @Option(names = "--always", description = "Build although nothing changed.")
  private boolean always;

  @Override
  public Integer call() throws Exception {
    BookFolders folders = book.folders();
    Path target = out == null ? folders.site() : out;
    return new Building(report)
        .run(new BuildSettings(folders, target, accept, true, always || accept));
  }
}
