package org.ringbook.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong where a stack trace would help nobody. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    switch (failure) {
      case IOException e -> say(command, e);
      case UncheckedIOException e -> say(command, e);
      case InterruptedException _ -> command.getErr().println("Interrupted.");
      default -> throw failure;
    }
    return 1;
  }

  private static void say(CommandLine command, Exception e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    command.getErr().println(e.getClass().getSimpleName() + message);
  }
}
