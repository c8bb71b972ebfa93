package org.ringbook.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.ringbook.build.BuildSettings;
import org.ringbook.model.Problems;
import org.ringbook.prove.Examples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook run}. */
@Command(
    name = "run",
    description = "Runs an example of the handbook, as jbang would.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  ringbook run tx-ring-full", "  ringbook list examples"})
final class RunCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Parameters(index = "0", paramLabel = "EXAMPLE", description = "Its id.")
  private String id = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Arguments of the example.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws Exception {
    var problems = new Problems();
    var settings = BuildSettings.of(book.folders());
    var examples = new Examples(Building.proving(settings), new Problems());
    if (!examples.has(id)) {
      String hint = examples.hint(id);
      throw new ParameterException(
          spec.commandLine(), "There is no example " + id + (hint.isEmpty() ? "" : "; " + hint));
    }
    int code = examples.run(id, arguments, problems);
    if (problems.errors() > 0) {
      spec.commandLine().getErr().print(ProblemsAsText.of(problems.sorted()));
      spec.commandLine().getErr().flush();
      return 1;
    }
    return code;
  }
}
