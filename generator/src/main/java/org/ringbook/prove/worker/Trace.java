package org.ringbook.prove.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stack traces as the author of an example wants them: without the frames of the worker. */
final class Trace {

  private static final String HARNESS = Trace.class.getPackageName();

  /** {@code java.base@25.0.3/}: the version says nothing to an author, and changes. */
  private static final Pattern VERSION = Pattern.compile("^(java\\.[a-z.]+)@[^/]*/");

  /** How the worker reaches the example, and how a JVM ends. */
  private static final Pattern PLATFORM =
      Pattern.compile(
          "at java\\.base/(jdk\\.internal\\.reflect|java\\.lang\\.reflect|java\\.lang\\.invoke"
              + "|java\\.lang\\.Thread\\.run|java\\.lang\\.Shutdown"
              + "|java\\.lang\\.ApplicationShutdownHooks)");

  private final String mainClass;

  /** Traces of an example whose file is named after this class. */
  Trace(String mainClass) {
    this.mainClass = mainClass;
  }

  /** The printed trace with all its causes. */
  static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().lines().filter(Trace::isOfExample).collect(Collectors.joining("\n"));
  }

  /** The frames of a thread, innermost first. */
  static String of(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .map(frame -> "\tat " + VERSION.matcher(frame.toString()).replaceFirst("$1/"))
        .filter(Trace::isOfExample)
        .collect(Collectors.joining("\n"));
  }

  /** The innermost line of the example's own file, or 0 where no frame is in it. */
  int line(Throwable thrown) {
    int line = line(thrown.getStackTrace());
    Throwable cause = thrown.getCause();
    return line == 0 && cause != null && cause != thrown ? line(cause) : line;
  }

  /** The innermost line of the example's own file, or 0 where no frame is in it. */
  int line(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .filter(frame -> isOwn(frame.getClassName()))
        .mapToInt(StackTraceElement::getLineNumber)
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }

  private boolean isOwn(String className) {
    return className.equals(mainClass) || className.startsWith(mainClass + "$");
  }

  private static boolean isOfExample(String line) {
    String frame = line.strip();
    return !frame.startsWith("at ")
        || !(frame.contains(HARNESS + ".") || PLATFORM.matcher(frame).lookingAt());
  }
}
