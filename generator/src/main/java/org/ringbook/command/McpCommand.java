package org.ringbook.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.ringbook.build.BookFolders;
import org.ringbook.build.BuildSettings;
import org.ringbook.mcp.HandbookServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ringbook mcp}. */
@Command(
    name = "mcp",
    description = {
      "Serves the handbook to a coding agent: Model Context Protocol over standard input and"
          + " output.",
      "Tools: map_api, search_handbook, read_section, run_example. Ends when its input does."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An agent starts it itself; tell it this command, with the path of your checkout:",
      "  PATH/TO/ringbook/ringbook mcp",
      "Run ringbook build once before, so that it can search and read sections."
    })
final class McpCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("NullAway.Init") // set by picocli
  private BookOption book;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Standard output carries the protocol; whatever else prints, a library or a slip, must not.
    PrintStream protocol = System.out;
    System.setOut(System.err);
    // The SDK logs through an interface without a logger behind it, which would tell us so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    BookFolders folders = book.folders();
    HandbookServer.serve(
        folders,
        Building.proving(BuildSettings.of(folders)),
        new Version().getVersion()[0].replaceFirst("^ringbook ", ""),
        System.in,
        protocol);
    return 0;
  }
}
