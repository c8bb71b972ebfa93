package org.ringbook.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proof that a real kernel ran a driver, as readers get to see it: which sources made the
 * module, what ran it, how many steps held. It counts as long as all these sources are the same.
 *
 * @param tap of the run
 * @param said the whole output; its last line names kernel and emulator
 */
record KernelProof(Tap tap, String said) {
  private static final Pattern MACHINE =
      Pattern.compile("(?m)^# linux (\\S+), QEMU emulator version (\\d+\\.\\d+)");

  /** Writes proof.tsv; its columns are those of target/judged.tsv, without planted bugs. */
  void write(Path folder) throws IOException {
    long steps = tap.tests().stream().filter(test -> !test.isSkipped()).count();
    StringBuilder table =
        new StringBuilder("file\tsha256\tprogram\tcompiler\tflags\ton\tpassed\ttests\n");
    for (Path file : files()) {
      String name = Flavour.home().relativize(file).toString();
      String steady = "linux-qemu\t\t\t" + machine() + "\t" + steps + "\t" + steps;
      table.append(name).append('\t').append(sha256(file)).append('\t').append(steady).append('\n');
    }
    Files.writeString(folder.resolve("proof.tsv"), table);
  }

  private String machine() {
    Matcher machine = MACHINE.matcher(said);
    if (!machine.find()) {
      throw new AssertionError("no kernel is named: " + said);
    }
    return "Linux %s in QEMU %s".formatted(machine.group(1), machine.group(2));
  }

  /** What the module is made of, what tests it in the guest, and its log. */
  private static List<Path> files() throws IOException {
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

  private static String sha256(Path file) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
