package org.ringbook.command;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = "ringbook",
    description = "Proves, builds, serves and searches a handbook.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ringbook serve                   read the handbook, reloaded at every edit",
      "  ringbook search dma mapping      find a section, an example or a kernel call",
      "  ringbook map dma_map_single      what a kernel name is called on other systems",
      "  ringbook run tx-ring-full        run an example of a chapter",
      "",
      "Exit code: 0 all is well, 1 the book has problems, 2 wrong usage."
    },
    subcommands = {
      BuildCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      MapCommand.class,
      McpCommand.class,
      RunCommand.class,
      ListCommand.class,
      GenerateCompletion.class
    })
final class RingbookCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  /** A fresh command line. */
  static CommandLine line() {
    var line = new CommandLine(new RingbookCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // What follows an example's id is the example's, options included.
    line.getSubcommands().values().stream()
        .filter(command -> command.getCommand() instanceof RunCommand)
        .forEach(run -> run.setStopAtPositional(true));
    line.setExecutionExceptionHandler(new Failures());
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
