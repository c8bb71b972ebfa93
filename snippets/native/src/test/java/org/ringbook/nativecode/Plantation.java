package org.ringbook.nativecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Plants a bug in a copy of the sources, builds the programs of its OS there and runs them. Objects
 * of the sound build come along with their dates, so that only what the patch touches is compiled
 * again.
 */
final class Plantation {
  /** Seconds for a program; a case of it has {@link #CASE_SECONDS} of CPU time. */
  private static final long SECONDS = 120;

  private static final String CASE_SECONDS = "2";
  private static final long PATCH_SECONDS = 30;

  private final Path home = Flavour.home();

  /** Plants it and says who noticed. */
  Verdict plant(PlantedBug bug) {
    Path copy = home.resolve("target/bugs").resolve(bug.os() + "-" + bug.name());
    List<String> programs =
        bug.flavour().programs(home).stream()
            .filter(program -> program.startsWith(bug.os() + "-"))
            .toList();
    try {
      prepare(copy, bug, programs);
      return judge(copy, bug, programs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prepare(Path copy, PlantedBug bug, List<String> programs) throws IOException {
    if (programs.isEmpty()) {
      throw new AssertionError("no program of " + bug.os());
    }
    SourceCopy.make(home, copy);
    String objects = bug.flavour().output();
    SourceCopy.add(home.resolve(objects + "/bed.o"), copy.resolve(objects + "/bed.o"));
    Files.copy(
        home.resolve(objects + "/bed.a"),
        copy.resolve(objects + "/bed.a"),
        StandardCopyOption.COPY_ATTRIBUTES);
    for (String program : programs) {
      String own = objects + "/" + program + ".o";
      SourceCopy.add(home.resolve(own), copy.resolve(own));
    }
    patch(copy, bug);
  }

  private void patch(Path copy, PlantedBug bug) {
    String file = home.resolve("bugs").resolve(bug.patch()).toString();
    var command = List.of("patch", "-p1", "--fuzz=0", "--batch", "--forward", "-i", file);
    Command.Result patched = Command.run(copy, PATCH_SECONDS, command);
    if (!patched.isGood()) {
      throw new AssertionError(bug + ": the patch does not apply\n" + patched.output());
    }
  }

  private static Verdict judge(Path copy, PlantedBug bug, List<String> programs) {
    Flavour flavour = bug.flavour();
    String[] targets =
        programs.stream().map(name -> flavour.output() + "/" + name).toArray(String[]::new);
    Command.Result built = flavour.make(copy, targets);
    if (!built.isGood()) {
      return Verdict.ofBuild(built.output());
    }
    StringBuilder output = new StringBuilder();
    for (String program : targets) {
      var ran = Command.run(copy, SECONDS, environment(bug), List.of("./" + program));
      output.append(ran.output()).append('\n');
    }
    return Verdict.ofRun(output.toString());
  }

  /** A bug that one test must notice is shown to that one alone: many bugs hang others. */
  private static Map<String, String> environment(PlantedBug bug) {
    boolean one = bug.judge() == PlantedBug.Judge.TEST;
    return Map.of("TAP_SECONDS", CASE_SECONDS, "TAP_ONLY", one ? bug.evidence() : "");
  }
}
