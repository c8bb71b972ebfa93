package org.ringbook.render.highlight;

/**
 * A session: lines that start with a dollar sign are commands, all others are what they printed.
 *
 * <p>A command that ends in a backslash goes on in the next line. Output keeps no colour: it is the
 * machine's, and may look like anything.
 */
final class ConsoleLexer implements Lexer {

  private static final String PROMPT = "$ ";
  private static final Lexer COMMAND = new ShellLexer();

  @Override
  public void paint(Scan scan) {
    while (scan.more()) {
      if (scan.sees(PROMPT)) {
        scan.paint(Ink.PROMPT, scan.place() + PROMPT.length());
        int end = commandEnd(scan);
        COMMAND.paint(scan.part(end));
        scan.skip(end);
      } else {
        scan.plain(scan.lineEnd(scan.place()));
      }
      scan.plain(scan.over(scan.place(), Scan::isBreak));
    }
  }

  private static int commandEnd(Scan scan) {
    int end = scan.lineEnd(scan.place());
    while (scan.at(end - 1) == '\\' && scan.at(end) != Scan.END) {
      end = scan.lineEnd(scan.over(end, Scan::isBreak));
    }
    return end;
  }
}
