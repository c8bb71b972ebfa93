package org.ringbook.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proof that a real kernel ran a driver, as readers get to see it: which sources made the
 * module, what ran it, how many steps held. It counts as long as all these sources are the same.
 * What the guest's kernel says of the XDP program is a proof of its own.
 *
 * @param tap of the run
 * @param said the whole output; its last line names kernel and emulator
 */
record KernelProof(Tap tap, String said) {
  private static final Pattern MACHINE =
      Pattern.compile("(?m)^# linux (\\S+), QEMU emulator version (\\d+\\.\\d+)");

  /** Writes proof.tsv; its columns are those of target/judged.tsv, without planted bugs. */
  void write(Path folder) throws IOException {
    String head = "file\tsha256\tprogram\tcompiler\tflags\ton\tpassed\ttests\n";
    String driver = lines(driver(), "linux-qemu", step -> !isOfXdp(step));
    String xdp = lines(xdp(), "ebpf-qemu", KernelProof::isOfXdp);
    Files.writeString(folder.resolve("proof.tsv"), head + driver + xdp);
  }

  private static boolean isOfXdp(Tap.Test step) {
    return step.name().startsWith("xdp-");
  }

  /** A line for each file; none if no step was taken, as on a machine without clang. */
  private String lines(List<Path> files, String program, Predicate<Tap.Test> which)
      throws IOException {
    long steps = tap.tests().stream().filter(which).filter(test -> !test.isSkipped()).count();
    StringBuilder lines = new StringBuilder();
    for (Path file : steps > 0 ? files : List.<Path>of()) {
      String name = Flavour.home().relativize(file).toString();
      String on = machine() + "\t" + steps + "\t" + steps;
      lines.append(String.join("\t", name, sha256(file), program, "", "", on)).append('\n');
    }
    return lines.toString();
  }

  private String machine() {
    Matcher machine = MACHINE.matcher(said);
    if (!machine.find()) {
      throw new AssertionError("no kernel is named: " + said);
    }
    return "Linux %s in QEMU %s".formatted(machine.group(1), machine.group(2));
  }

  /** What the module is made of, what tests it in the guest, and its log. */
  private static List<Path> driver() throws IOException {
    Path home = Flavour.home();
    try (Stream<Path> core = Files.list(home.resolve("core"));
        Stream<Path> driver = Files.list(home.resolve("drivers/linux"));
        Stream<Path> proof = Files.list(home.resolve("drivers/linux/qemu"))) {
      Stream<Path> shared = Stream.of(home.resolve("drivers/rbe_hw.h"));
      return Stream.of(core, driver, proof, shared)
          .flatMap(files -> files)
          .filter(
              file ->
                  file.toString().matches(".*(\\.[ch]|/Kbuild|/init|/kernel\\.log|/steps\\.tap)"))
          .sorted()
          .toList();
    }
  }

  /** The XDP program and what its tests read. */
  private static List<Path> xdp() throws IOException {
    try (Stream<Path> files = Files.list(Flavour.home().resolve("ebpf"))) {
      return files.filter(file -> file.toString().matches(".*\\.([ch]|tsv)")).sorted().toList();
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
