package org.ringbook.build;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.model.Severity;
import org.ringbook.model.Site;
import org.ringbook.publish.Report;
import org.ringbook.source.IoReason;

/**
 * How a build ended.
 *
 * @param problems all of them, sorted by place
 * @param site what was built, or null where nothing had changed since the last build
 * @param report what was counted, or null likewise
 * @param timings how long each stage took, in order; empty where nothing had changed
 */
public record BuildResult(
    List<Problem> problems,
    @Nullable Site site,
    @Nullable Report report,
    Map<String, Duration> timings) {

  public BuildResult {
    problems = List.copyOf(problems);
  }

  /** There is no site, and why. */
  static BuildResult failed(Problems problems) {
    return new BuildResult(problems.sorted(), null, null, Map.of());
  }

  /** What was found until a file couldn't be read or written. */
  static BuildResult unfinished(IOException failure, Problems problems) {
    String file =
        failure instanceof FileSystemException f && f.getFile() != null ? f.getFile() : ".";
    problems.error(
        "cannot-build",
        Place.of(file),
        "the build can't go on: " + IoReason.of(failure),
        "The last good site is as it was. Check space and permissions.");
    return failed(problems);
  }

  /** Nothing had changed. */
  static BuildResult upToDate() {
    return new BuildResult(List.of(), null, null, Map.of());
  }

  /** How many problems fail the build. */
  public int errors() {
    return (int) problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  /** Whether the site is as good as it can be. */
  public boolean succeeded() {
    return errors() == 0;
  }
}
