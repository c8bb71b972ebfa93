//JAVA 25+
//DESCRIPTION Runs a small port: two retries, a stop, and on in a second process.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../porting/src/main/java/org/ringbook/porting/run/**.java

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.porting.run.JavaTool;
import org.ringbook.porting.run.Orchestrator;
import org.ringbook.porting.run.Phase;
import org.ringbook.porting.run.RunState;
import org.ringbook.porting.run.StateFile;
import org.ringbook.porting.run.Verdict;
import org.ringbook.porting.run.Workspace;

/** What the coder hands in at last: the sending half of an adapter. */
static final String SENDER =
    """
    import org.ringbook.dataplane.packet.Packet;
    import org.ringbook.dataplane.port.EthernetPort;
    import org.ringbook.dataplane.ring.TxRing.Submit;

    /** NOT PORTED: frames in several pieces; the caller makes one of them. */
    record Sender(EthernetPort port) {
      boolean send(byte[] frame) {
        Packet packet = port.pool().take();
        packet.copyFrom(frame);
        if (port.tx().submit(packet) == Submit.FULL) {
          packet.giveBack();
          return false;
        }
        return true;
      }

      int reclaim() {
        return port.tx().complete(64, Packet::giveBack);
      }
    }
    """;

/** Its attempts: a name that the core does not have, a forgotten line, all of it. */
static final List<String> ATTEMPTS =
    List.of(
        SENDER.replace("packet.giveBack()", "packet.free()"),
        SENDER.replace("      packet.giveBack();\n", ""),
        SENDER);

/** Compiles, and does nothing. */
static final String SKELETON =
    """
    record Sender(org.ringbook.dataplane.port.EthernetPort port) {
      boolean send(byte[] frame) { return false; }
      int reclaim() { return 0; }
    }
    """;

/** What the test writer hands in; it was written before the sender. */
static final String TESTS =
    """
    import org.ringbook.device.TwoPorts;

    class SenderTest {
      public static void framesArriveInOrder() {
        try (var ports = new TwoPorts(8, 32)) {
          Sender sender = new Sender(ports.left().port());
          for (byte i = 0; i < 100; i++) {
            byte[] frame = new byte[60];
            frame[59] = i;
            check(sender.send(frame), "refused frame " + i);
            ports.settle();
            sender.reclaim();
            byte[] got = new byte[1];
            ports.right().port().rx().poll(64, packet -> {
              got[0] = packet.toByteArray()[59];
              packet.giveBack();
            });
            check(got[0] == i, "frame " + got[0] + " came for " + i);
          }
        }
      }

      public static void aFullRingCostsNoBuffer() {
        try (var ports = new TwoPorts(8, 32)) {
          Sender sender = new Sender(ports.left().port());
          int idle = ports.left().pool().available();
          int sent = 0;
          for (int i = 0; i < 12; i++) {
            sent += sender.send(new byte[60]) ? 1 : 0;
          }
          check(sent == 7, sent + " frames in a ring of 8");
          ports.settle();
          sender.reclaim();
          int lost = idle - ports.left().pool().available();
          check(lost == 0, lost + " buffers lost");
        }
      }

      static void check(boolean held, String otherwise) {
        if (!held) {
          throw new AssertionError(otherwise);
        }
      }
    }
    """;

void main() throws Exception {
  String resumed = System.getProperty("port.folder");
  if (resumed != null) {
    IO.println("second process:");
    Orchestrator orchestrator = orchestrator(Path.of(resumed));
    orchestrator.decide("reviewer");
    orchestrator.run();
    return;
  }
  Path folder = Files.createTempDirectory("port");
  IO.println("first process:");
  orchestrator(folder).run();
  IO.println("\nthe file that it left:");
  IO.print(Files.readString(folder.resolve("state")));
  IO.println("\n" + secondProcess(folder));
  List<String> lines = Files.readAllLines(folder.resolve("state"));
  IO.println("the end of the file:");
  lines.subList(lines.size() - 3, lines.size()).forEach(IO::println);
  delete(folder);
}

// tag::phases[]
Orchestrator orchestrator(Path folder) {
  Workspace files = new Workspace(folder);
  Port port = new Port(files, new JavaTool(folder, classPath()));
  return new Orchestrator(
      List.of(
          new Phase("test", 1, port::writeTests, port::mustFail),
          new Phase("code", 3, port::code, port::mustPass),
          new Phase("review", 1, port::review, port::needsAPerson),
          new Phase("release", 1, port::testAgain, port::mustScore)),
      new StateFile(folder.resolve("state")),
      files);
}

// end::phases[]

/** Works and gates of the run. */
record Port(Workspace files, JavaTool java) {

  RunState writeTests(RunState state) {
    return build(write(state, "SenderTest.java", TESTS), SKELETON);
  }

  // tag::gates[]
  Verdict mustFail(RunState state) {
    boolean red = state.score() == 0 && state.failed() > 1;
    String seen = state.failed() + " tests fail without code";
    return red ? Verdict.pass(seen) : Verdict.hold("a test that can't fail");
  }

  RunState code(RunState state) {
    return build(state, ATTEMPTS.get(state.retries()));
  }

  Verdict mustPass(RunState state) {
    return state.results().entrySet().stream()
        .filter(result -> !result.getValue().equals(RunState.PASSED))
        .findFirst()
        .map(failed -> Verdict.retry(failed.getKey() + ": " + failed.getValue()))
        .orElse(Verdict.pass(state.results().size() + " tests pass"));
  }

  RunState review(RunState state) {
    IO.println("  review reads");
    List<String> lines = read("Sender.java").lines().toList();
    return state.reviewed(
        lines.stream().filter(line -> line.contains("NOT PORTED")).toList(),
        lines.stream()
            .filter(line -> line.matches("import (?!org.ringbook.dataplane).*"))
            .toList());
  }

  Verdict needsAPerson(RunState state) {
    return state.decisions().containsKey("review")
        ? Verdict.pass("decided by " + state.decisions().get("review"))
        : Verdict.hold("exceptions to read: " + state.exceptions().size());
  }

  // end::gates[]

  RunState testAgain(RunState state) {
    IO.println("  release tests what lies there");
    return state.tested(test());
  }

  Verdict mustScore(RunState state) {
    boolean fine = state.score() >= 95 && state.violations().isEmpty();
    String seen = "score " + state.score();
    return fine ? Verdict.pass(seen) : Verdict.hold(seen);
  }

  RunState build(RunState state, String sender) {
    RunState written = write(state, "Sender.java", sender);
    List<String> said = compile();
    IO.println("  javac " + (said.isEmpty() ? "accepts, tests run" : "refuses"));
    return written.tested(
        said.isEmpty() ? test() : Map.of("javac", String.join("; ", said)));
  }

  RunState write(RunState state, String name, String text) {
    try {
      return files.write(state, name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(files.folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> compile() {
    try {
      return java.compile(List.of("Sender.java", "SenderTest.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> test() {
    try {
      return java.test("SenderTest");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

/** Runs this program again, with nothing from this process but the folder. */
String secondProcess(Path folder) throws IOException, InterruptedException {
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  String main = MethodHandles.lookup().lookupClass().getName();
  Process second =
      new ProcessBuilder(
              java, "-Dport.folder=" + folder, "-cp", classPath().toString(), main)
          .redirectErrorStream(true)
          .start();
  String printed = new String(second.getInputStream().readAllBytes(), UTF_8);
  return second.waitFor() == 0 ? printed : "it failed:\n" + printed;
}

/** The folder or jar that the core's classes, and this one, came from. */
Path classPath() {
  try {
    var source = TxRing.class.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().toURI());
  } catch (URISyntaxException e) {
    throw new IllegalStateException("the core's classes have no path", e);
  }
}

void delete(Path folder) throws IOException {
  try (Stream<Path> files = Files.walk(folder)) {
    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }
}
