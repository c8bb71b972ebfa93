package org.ringbook.nativecode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to build the native code: a compiler, with sanitizers or without.
 *
 * @param compiler its command
 * @param sanitized whether memory errors and undefined behaviour end the program
 */
record Flavour(String compiler, boolean sanitized) {
  static final Flavour GCC = new Flavour("gcc", false);
  static final Flavour GCC_SANITIZED = new Flavour("gcc", true);
  static final Flavour CLANG = new Flavour("clang", false);

  private static final long BUILD_SECONDS = 300;

  /** The folder of the native code. */
  static Path home() {
    return Path.of(System.getProperty("ringbook.root"), "snippets", "native");
  }

  /** Where its objects go, from the folder of the sources. */
  String output() {
    return "target/" + this;
  }

  /** Why it cannot be used here, and what to do; empty if it can. */
  String missing() {
    List<String> needed = List.of(compiler, "make", "patch");
    List<String> missing = needed.stream().filter(tool -> !isOnPath(tool)).toList();
    return missing.isEmpty()
        ? ""
        : "not found: %s; apt-get install %s".formatted(missing, String.join(" ", missing));
  }

  static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** Runs make on a target, with two jobs at once. */
  Command.Result make(Path sources, String... targets) {
    List<String> command = new ArrayList<>(List.of("make", "-s", "-j2", "CC=" + compiler));
    command.add("B=" + output());
    if (sanitized) {
      command.add("SAN=1");
    }
    command.addAll(List.of(targets));
    return Command.run(sources, BUILD_SECONDS, command);
  }

  /** Names of the programs that `make test` runs. */
  List<String> programs(Path sources) {
    Command.Result listed = make(sources, "list");
    if (!listed.isGood()) {
      throw new AssertionError("make list: " + listed.output());
    }
    return listed.output().lines().toList();
  }

  @Override
  public String toString() {
    return compiler + (sanitized ? "-sanitized" : "");
  }
}
