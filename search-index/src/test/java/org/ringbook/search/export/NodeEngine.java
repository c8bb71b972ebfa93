package org.ringbook.search.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the exported engine under Node.js, which executes the very scripts a browser gets. */
final class NodeEngine {

  private final Path site;

  private NodeEngine(Path site) {
    this.site = site;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }

  /** Writes the export of an index below a folder, as a site has it. */
  static NodeEngine over(Map<String, byte[]> files, Path site) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = site.resolve(file.getKey());
      Files.createDirectories(path.getParent() == null ? site : path.getParent());
      Files.write(path, file.getValue());
    }
    return new NodeEngine(site);
  }

  /** What a script of the test resources prints for these inputs: lines of columns. */
  List<List<String>> run(String script, List<String> inputs) throws IOException {
    Path input = Files.writeString(site.resolve("input.json"), DataScript.quoteAll(inputs));
    Path program = site.resolve("program.js");
    try (InputStream source = NodeEngine.class.getResourceAsStream(script)) {
      Files.write(program, source == null ? new byte[0] : source.readAllBytes());
    }
    var node = new ProcessBuilder("node", program.toString(), site + "/", input.toString());
    Path output = site.resolve("output.txt");
    Process process = node.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int status = waitFor(process);
    if (status != 0) {
      throw new IOException("node ended with " + status + ": " + Files.readString(output));
    }
    return Files.readAllLines(output).stream().map(NodeEngine::columns).toList();
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted while node ran", e);
    }
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\t", -1)).map(c -> URLDecoder.decode(c, UTF_8)).toList();
  }
}
