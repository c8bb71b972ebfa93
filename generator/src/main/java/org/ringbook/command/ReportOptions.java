package org.ringbook.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a build tells what it found. */
final class ReportOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(names = "--json", description = "Print problems and counts as JSON.")
  boolean json;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Also write the problems as SARIF 2.1.0.")
  @Nullable Path sarif;

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
