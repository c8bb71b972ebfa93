package org.ringbook.command;

import java.util.concurrent.Callable;
import org.ringbook.build.BuildSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ringbook check}. */
@Command(
    name = "check",
    description = "Proves the handbook without publishing anything.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ringbook check",
      "  ringbook check --sarif problems.sarif   for code-scanning tools",
      "",
      "Judges that book.yaml names prove what is not Java, such as C. Where a judge's tools",
      "are missing, a warning says what to install, and its listings count as not proven."
    })
final class CheckCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private ReportOptions report;

  @Override
  public Integer call() throws Exception {
    return new Building(report).run(BuildSettings.of(book.folders()).onlyChecking());
  }
}
