package org.ringbook.adapters.early;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the XDP program of the native code answered when a Linux kernel ran it: for each frame, cut
 * at each length.
 */
final class Recording {
  private static final Path FOLDER = Path.of("..", "native", "ebpf");
  private static final String UNCHANGED = "-";

  private Recording() {}

  /** One frame, cut at one length, and what the kernel made of it. */
  static final class Answer {
    private final String name;
    private final byte[] bytes;
    private final EarlyVerdict verdict;
    private final String changed; // FNV-1a of the bytes afterwards, or a dash

    Answer(String name, byte[] bytes, EarlyVerdict verdict, String changed) {
      this.name = name;
      this.bytes = bytes;
      this.verdict = verdict;
      this.changed = changed;
    }

    /** The frame and its length. */
    String name() {
      return name;
    }

    /** A copy of what the kernel was given. */
    byte[] bytes() {
      return bytes.clone();
    }

    EarlyVerdict verdict() {
      return verdict;
    }

    /** Whether these are the bytes that the kernel had afterwards. */
    boolean isLeftAs(byte[] after) {
      return changed.equals(UNCHANGED) ? Arrays.equals(bytes, after) : changed.equals(fnv1a(after));
    }
  }

  static List<Answer> answers() {
    Map<String, byte[]> frames =
        rows("frames.tsv").collect(Collectors.toMap(row -> row[0], row -> bytes(row[2])));
    return rows("verdicts.tsv").flatMap(row -> answers(row, frames.get(row[0]))).toList();
  }

  private static Stream<Answer> answers(String[] row, byte[] frame) {
    return IntStream.rangeClosed(Integer.parseInt(row[1]), Integer.parseInt(row[2]))
        .mapToObj(
            length ->
                new Answer(
                    row[0] + ", " + length + " bytes",
                    Arrays.copyOf(frame, length),
                    verdict(row[3]),
                    row[4]));
  }

  static EarlyRules rules() {
    EarlyRules rules = EarlyRules.none();
    for (String[] row : rows("rules.tsv").toList()) {
      rules = rules.with(Integer.parseInt(row[0]), Integer.parseInt(row[1]), verdict(row[2]));
    }
    return rules;
  }

  private static EarlyVerdict verdict(String name) {
    return EarlyVerdict.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Stream<String[]> rows(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fnv1a(byte[] bytes) {
    long sum = 0xcbf29ce484222325L;
    for (byte b : bytes) {
      sum = (sum ^ (b & 0xff)) * 0x100000001b3L;
    }
    return "%016x".formatted(sum);
  }
}
