package org.ringbook.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ringbook.build.BuildResult;
import org.ringbook.build.BuildSettings;
import org.ringbook.build.Pipeline;
import org.ringbook.prove.ProveSettings;
import org.ringbook.publish.Report;

/** One build from the command line. */
final class Building {

  private final ReportOptions options;

  Building(ReportOptions options) {
    this.options = options;
  }

  int run(BuildSettings settings) throws IOException, InterruptedException {
    BuildResult result;
    try (var pipeline = new Pipeline(settings, proving(settings));
        var progress = new TerminalProgress(options.err())) {
      result = pipeline.build(progress);
    }
    tell(result, settings);
    return result.succeeded() ? 0 : 1;
  }

  static ProveSettings proving(BuildSettings settings) {
    var folders = settings.folders();
    return ProveSettings.of(folders.root().path(), folders.examples(), folders.work())
        .accepting(settings.accept())
        .proving(List.of(new ConsoleProof(folders)));
  }

  private void tell(BuildResult result, BuildSettings settings) throws IOException {
    Path sarif = options.sarif;
    if (sarif != null) {
      Files.writeString(sarif, ProblemsAsSarif.of(result.problems()));
    }
    if (options.json) {
      options.out().println(ProblemsAsJson.of(result));
      return;
    }
    if (!result.problems().isEmpty()) {
      options.err().print(ProblemsAsText.of(result.problems()));
      options.err().flush();
    }
    Report report = result.report();
    if (result.succeeded()) {
      options
          .out()
          .println(report == null ? "Nothing changed." : summary(report, result.timings()));
      if (settings.publish()) {
        options.out().println(settings.out().resolve("index.html").toUri());
      }
    }
  }

  private static String summary(Report report, Map<String, Duration> timings) {
    long millis = timings.values().stream().mapToLong(Duration::toMillis).sum();
    return "%d pages, %d of %d examples and %d of %d listings proven, %d links followed, %.1f s"
        .formatted(
            report.pages(),
            report.examples().proven(),
            report.examples().total(),
            report.listings().proven(),
            report.listings().total(),
            report.links().checked(),
            millis / 1000.0);
  }

  /** Whether a person watches. */
  @SuppressWarnings("SystemConsoleNull") // null again since JDK 25 where there is no terminal
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
