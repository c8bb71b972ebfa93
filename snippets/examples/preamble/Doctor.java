//JAVA 25+
//DESCRIPTION Says what a machine has, and what each missing tool switches off.

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

// tag::needs[]
/** Commands, a file below the root, or a variable; all of them must be there. */
record Need(String name, List<String> wanted, String without) {
  Need(String name, String wanted, String without) {
    this(name, List.of(wanted.split(" ", -1)), without);
  }
}

static final List<Need> NEEDS =
    List.of(
        new Need("JDK", "java javac", "nothing at all runs"),
        new Need("jbang", "jbang", "examples start with ./ringbook run"),
        new Need("C", "gcc make", "C listings say that they are not proven"),
        new Need("planted bugs", "patch", "nobody tests the tests"),
        new Need("clang", "clang", "no second opinion on C, no XDP program"),
        new Need("mocks", "python3", "no mock is held against real headers"),
        new Need("MinGW", "x86_64-w64-mingw32-gcc", "not so for Windows"),
        new Need("Linux headers", "/lib/modules/*/build", "not so, and no module"),
        new Need("FreeBSD source", "$FREEBSD_SRC", "not so for FreeBSD"),
        new Need("QEMU", "qemu-system-x86_64 busybox cpio", "no kernel is booted"),
        new Need("bpftool", "bpftool", "loaded programs can't be listed"),
        new Need("DPDK", "dpdk-testpmd", "no poll-mode driver to compare with"),
        new Need("capture", "tcpdump", "captured frames can't be read here"));

// end::needs[]

// tag::probe[]
/** A machine to look at: a real one, or one that was made for the purpose. */
record Machine(Path root, List<Path> path, Map<String, String> variables) {
  boolean has(String wanted) {
    return switch (wanted.charAt(0)) {
      case '$' -> Files.isDirectory(Path.of(variable(wanted.substring(1))));
      case '/' -> matches(wanted);
      default -> path.stream().map(at -> at.resolve(wanted)).anyMatch(this::runs);
    };
  }

  boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  String variable(String name) {
    return variables.getOrDefault(name, "/nowhere");
  }

  /** A pattern with one star, for the name of a folder. */
  boolean matches(String pattern) {
    int star = pattern.indexOf('*');
    Path above = root.resolve(pattern.substring(1, star));
    String below = pattern.substring(star + 2);
    try (Stream<Path> folders = Files.list(above)) {
      return folders.anyMatch(folder -> Files.exists(folder.resolve(below)));
    } catch (IOException absent) {
      return false;
    }
  }
}

// end::probe[]

void main(String[] arguments) throws IOException {
  boolean here = Arrays.asList(arguments).contains("here");
  Machine machine = here ? thisOne() : made();
  IO.println(here ? "This machine" : "A machine with little on it");
  for (Need need : NEEDS) {
    List<String> missing = new ArrayList<>(need.wanted());
    missing.removeIf(machine::has);
    String result = missing.isEmpty() ? "ok" : need.without();
    IO.println("  %-15s %s".formatted(need.name(), result));
    if (!missing.isEmpty()) {
      IO.println("  %-15s   missing: %s".formatted("", String.join(" ", missing)));
    }
  }
}

Machine thisOne() {
  String[] folders = System.getenv("PATH").split(File.pathSeparator);
  List<Path> path = Stream.of(folders).map(Path::of).toList();
  Path root = FileSystems.getDefault().getRootDirectories().iterator().next();
  return new Machine(root, path, System.getenv());
}

/** A folder with a few commands in it, so that this run is the same everywhere. */
Machine made() throws IOException {
  Path root = gone(Files.createTempDirectory("doctor"));
  Path bin = gone(Files.createDirectory(root.resolve("bin")));
  for (String command : List.of("java", "javac", "jbang", "gcc", "make", "patch")) {
    gone(Files.createFile(bin.resolve(command))).toFile().setExecutable(true);
  }
  Path at = root;
  for (String folder : List.of("lib", "modules", "6.1.0", "build")) {
    at = gone(Files.createDirectory(at.resolve(folder)));
  }
  return new Machine(root, List.of(bin), Map.of());
}

/** Removed when this Java ends, the last made first. */
Path gone(Path made) {
  made.toFile().deleteOnExit();
  return made;
}
