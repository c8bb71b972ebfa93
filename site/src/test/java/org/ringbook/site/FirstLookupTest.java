package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.site.JudgedQueries.Judged;

/**
 * Every judged query, asked under Node.js of the scripts that a browser gets: the same ten best
 * hits as Lucene's, and few bytes over the wire until they are there.
 */
class FirstLookupTest {

  /** Bytes under gzip: interface, engine, tables, shards, suggestions and ten excerpts. */
  private static final int MOST = 40 * 1024;

  private static final String[] CODE = {"search/engine.js", "assets/js/search-ui.js"};

  private final Path dir;
  private final Map<String, Integer> zipped = new HashMap<>();

  FirstLookupTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private record Answer(List<String> keys, List<String> files) {}

  @Test
  void theBrowsersScriptsAnswerAsLuceneDoesAndStaySmall() throws Exception {
    assumeTrue(isNodeInstalled(), "Node.js is not installed");
    List<Judged> judged = JudgedQueries.all();
    List<Answer> answers = ask(judged);
    assertEquals(judged.size(), answers.size());
    try (var index = SearchIndex.open(BuiltSite.INDEX)) {
      for (int i = 0; i < judged.size(); i++) {
        String query = judged.get(i).text();
        assertEquals(keys(index, query), answers.get(i).keys(), query);
      }
    }
    List<Integer> bytes = answers.stream().map(this::bytes).sorted().toList();
    System.out.printf(
        "first lookup, bytes under gzip: median %d, worst %d%n",
        bytes.get(bytes.size() / 2), bytes.getLast());
    assertTrue(bytes.getLast() <= MOST, () -> "worst: " + bytes.getLast());
  }

  private List<Answer> ask(List<Judged> judged) throws Exception {
    String quoted =
        judged.stream()
            .map(j -> '"' + j.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(",", "[", "]"));
    Path input = Files.writeString(dir.resolve("queries.json"), quoted);
    Path program = dir.resolve("ask-all.js");
    try (InputStream source = FirstLookupTest.class.getResourceAsStream("ask-all.js")) {
      Files.write(program, Objects.requireNonNull(source).readAllBytes());
    }
    Path output = dir.resolve("answers");
    Process node =
        new ProcessBuilder("node", program.toString(), BuiltSite.FOLDER + "/", input.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, node.waitFor(), () -> read(output));
    return read(output).lines().map(FirstLookupTest::answer).toList();
  }

  /** Two arrays of strings that hold neither quotes nor brackets. */
  private static Answer answer(String line) {
    int middle = line.indexOf("],[");
    return new Answer(strings(line.substring(1, middle + 1)), strings(line.substring(middle + 2)));
  }

  private static List<String> strings(String array) {
    return Stream.of(array.split("\"")).filter(part -> !part.matches("[\\[\\],]*")).toList();
  }

  private static List<String> keys(SearchIndex index, String query) throws IOException {
    return index.search(SearchRequest.of(query)).hits().stream()
        .map(hit -> hit.document().key())
        .toList();
  }

  private int bytes(Answer answer) {
    var files = new ArrayList<>(answer.files());
    files.addAll(List.of(CODE));
    return files.stream().mapToInt(file -> zipped.computeIfAbsent(file, this::zip)).sum();
  }

  private int zip(String file) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(BuiltSite.FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNodeInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }
}
