package org.ringbook.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringbook.model.Problem;
import org.ringbook.model.Severity;
import picocli.CommandLine.Help.Ansi;

/** Problems for people: place first, as editors and terminals make it a link. */
final class ProblemsAsText {

  private ProblemsAsText() {}

  static String of(List<Problem> problems) {
    long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    String count = errors + (errors == 1 ? " error" : " errors");
    long warnings = problems.size() - errors;
    String rest = warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings");
    return problems.stream().map(ProblemsAsText::text).collect(Collectors.joining())
        + "%n%s%s%n".formatted(count, rest);
  }

  private static String text(Problem problem) {
    Ansi.Style colour =
        problem.severity() == Severity.ERROR ? Ansi.Style.fg_red : Ansi.Style.fg_yellow;
    StringBuilder text = new StringBuilder();
    text.append(styled(problem.place().toString(), Ansi.Style.bold))
        .append(": ")
        .append(styled(problem.severity() == Severity.ERROR ? "error" : "warning", colour))
        .append(": ")
        .append(problem.title())
        .append(" [")
        .append(problem.code())
        .append("]\n");
    if (!problem.hint().isEmpty()) {
      text.append("    ").append(sentence(problem.hint())).append('\n');
    }
    problem.detail().lines().forEach(line -> text.append("    | ").append(line).append('\n'));
    return text.toString();
  }

  /** Stages word hints as they like; people see sentences. */
  private static String sentence(String hint) {
    String capital = hint.substring(0, 1).toUpperCase(Locale.ROOT) + hint.substring(1);
    return Character.isLetterOrDigit(hint.charAt(hint.length() - 1)) ? capital + "." : capital;
  }

  private static String styled(String text, Ansi.Style style) {
    return Ansi.AUTO.enabled() ? style.on() + text + style.off() : text;
  }
}
