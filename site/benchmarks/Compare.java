import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times both sides in turns and prints medians; {@code against-antora.sh} starts it.
 *
 * <p>Times are of whole processes, start to end, as a reader waits for them. The load average is
 * printed with them: on a busy machine only the ratios mean something.
 */
final class Compare {

  private static final int EDITS = 15;
  private static final String CHAPTER = "volumes/vol-1-foundation/transmit-ring.adoc";

  private final int rounds;
  private final Path copy;
  private final Path antora;
  private final String antoraCommand;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private Compare(String[] arguments) {
    rounds = Integer.parseInt(arguments[0]);
    copy = Path.of(arguments[1]);
    antora = Path.of(arguments[2]);
    antoraCommand = arguments.length > 3 ? arguments[3] : "";
  }

  public static void main(String[] arguments) throws Exception {
    var compare = new Compare(arguments);
    compare.timeCommands();
    List<Double> visible = compare.timeEdits();
    compare.print(visible);
  }

  private void timeCommands() throws Exception {
    for (int round = 0; round < rounds; round++) {
      if (!antoraCommand.isEmpty()) {
        time("Antora, any build", antora, antoraCommand, "playbook.yml");
      }
      delete(copy.resolve("site/target"));
      time("cold build", copy, ringbook(), "build");
      time("no-change build", copy, ringbook(), "build");
      edit("round " + round);
      time("one edited page", copy, ringbook(), "build");
      time("list chapters", copy, ringbook(), "list", "chapters");
      time("search", copy, ringbook(), "search", "descriptor", "done");
    }
  }

  private String ringbook() {
    return copy.resolve("ringbook").toString();
  }

  private void time(String what, Path folder, String... command) throws Exception {
    Path log = copy.resolveSibling("last.log");
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    double taken = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(what + " failed:\n" + Files.readString(log));
    }
    seconds.computeIfAbsent(what, w -> new ArrayList<>()).add(taken);
    System.err.printf("%-20s %6.2f s%n", what, taken);
  }

  /** Changes one sentence of one chapter; the word is seen on its page. */
  private void edit(String word) throws IOException {
    Path chapter = copy.resolve(CHAPTER);
    String text = Files.readString(chapter);
    int end = text.indexOf("\n\n[.outcome]");
    String lead = text.substring(0, end).replaceAll(" Edited in .*\\.$", "");
    Files.writeString(chapter, lead + " Edited in " + word + "." + text.substring(end));
  }

  private List<Double> timeEdits() throws Exception {
    Process server =
        new ProcessBuilder(ringbook(), "serve", "--port", "0")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        HttpClient client = HttpClient.newHttpClient()) {
      String address = address(lines);
      Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {}));
      List<Double> visible = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        Thread.sleep(1500); // the index of the edit before is being written
        long start = System.nanoTime();
        edit("second " + i);
        await(client, URI.create(address + "foundation/transmit-ring.html"), "second " + i + ".");
        visible.add((System.nanoTime() - start) / 1e6);
      }
      return visible;
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static String address(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("http")) {
        return line.substring(0, line.indexOf(' '));
      }
    }
    throw new IllegalStateException("the server ended before it served");
  }

  private static void await(HttpClient client, URI page, String word) throws Exception {
    var request = HttpRequest.newBuilder(page).build();
    long limit = System.nanoTime() + 60_000_000_000L;
    while (!client.send(request, BodyHandlers.ofString()).body().contains(word)) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("an edit was not visible within a minute");
      }
      Thread.sleep(2);
    }
  }

  private void print(List<Double> visible) throws IOException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    long pages = count(copy.resolve("volumes"));
    System.out.printf(
        "%d pages of AsciiDoc, medians of %d rounds, load %.2f on %d processors%n%n",
        pages, rounds, load, Runtime.getRuntime().availableProcessors());
    double other = median(seconds.getOrDefault("Antora, any build", List.of()));
    System.out.printf("%-20s %8s %8s %8s  %s%n", "", "median", "least", "most", "of Antora's");
    for (var entry : seconds.entrySet()) {
      double median = median(entry.getValue());
      boolean ratio = entry.getKey().contains("build") || entry.getKey().contains("page");
      System.out.printf(
          "%-20s %6.2f s %6.2f s %6.2f s  %s%n",
          entry.getKey(),
          median,
          entry.getValue().stream().min(Comparator.naturalOrder()).orElse(0.0),
          entry.getValue().stream().max(Comparator.naturalOrder()).orElse(0.0),
          ratio && other > 0 ? "%.2f".formatted(median / other) : "");
    }
    System.out.printf(
        "%-20s %5.0f ms %5.0f ms %5.0f ms%n",
        "edit to visible",
        median(visible),
        visible.stream().min(Comparator.naturalOrder()).orElse(0.0),
        visible.stream().max(Comparator.naturalOrder()).orElse(0.0));
    System.out.printf(
        "%npages a second: %.1f cold%s%n",
        pages / median(seconds.get("cold build")),
        other > 0 ? ", Antora %.1f".formatted(pages / other) : "");
  }

  private static long count(Path volumes) throws IOException {
    try (Stream<Path> files = Files.walk(volumes)) {
      return files.filter(file -> file.toString().endsWith(".adoc")).count();
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
