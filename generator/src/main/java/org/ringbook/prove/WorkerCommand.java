package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringbook.prove.worker.WorkerMain;

/**
 * How a worker JVM is started.
 *
 * @param javaHome of the JDK
 * @param heap most heap, as {@code -Xmx} takes it
 */
record WorkerCommand(Path javaHome, String heap) {

  /**
   * Flags that a run's outcome may depend on: small and quick to start, alike on every machine, and
   * gone when memory runs out rather than limping on. What the JVM itself says goes to the error
   * stream, since standard output carries the answers.
   */
  List<String> flags() {
    return List.of(
        "-Xmx" + heap,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:-UsePerfData",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Duser.timezone=UTC",
        "-Duser.language=en",
        "-Duser.country=US");
  }

  /** Stands for the JDK and the flags in the key of a cached run. */
  String identity() {
    Path release = javaHome.resolve("release");
    try {
      return Files.readString(release) + flags();
    } catch (IOException e) {
      throw new UncheckedIOException("No JDK is there: " + javaHome, e);
    }
  }

  /** The command and its arguments, for no shell. */
  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(javaHome.resolve("bin").resolve("java").toString());
    line.addAll(flags());
    line.addAll(List.of("-cp", ownClasses(), WorkerMain.class.getName()));
    return line;
  }

  private static String ownClasses() {
    try {
      return Path.of(WorkerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the generator's classes have no path", e);
    }
  }
}
