package org.ringbook.command;

import java.io.PrintWriter;
import org.ringbook.build.Progress;

/** One line that says what goes on and is gone afterwards; nothing where nobody watches. */
final class TerminalProgress implements Progress, AutoCloseable {

  private static final String ERASE_LINE = "\r\033[K";

  private final PrintWriter terminal;
  private final boolean watched = Building.isTerminal();

  TerminalProgress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void at(String step) {
    if (watched) {
      terminal.print(ERASE_LINE + step + " …");
      terminal.flush();
    }
  }

  @Override
  public void close() {
    if (watched) {
      terminal.print(ERASE_LINE);
      terminal.flush();
    }
  }
}
