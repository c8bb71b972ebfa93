package org.ringbook.porter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What decides where a file goes.
 *
 * @param file its name
 * @param lines of text
 * @param functions that it defines
 * @param perPacket of these, how many run for each packet or poll
 * @param setUp calls that allocate rings, add a poll or request an interrupt
 * @param fields little-endian members of structures: what a device reads or writes
 */
public record FileFacts(
    String file, int lines, int functions, int perPacket, int setUp, int fields) {
  private static final Pattern SET_UP =
      Pattern.compile(
          "\\b(dmam?_alloc_(?:coherent|attrs)|netif_napi_add\\w*"
              + "|(?:devm_|pci_)?request_(?:threaded_)?irq)\\s*\\(");
  private static final Pattern FIELD =
      Pattern.compile("\\b__le(?:16|32|64)\\s+\\w+(?:\\[\\w+])?\\s*[;,]");

  /** The facts of all files of a driver, in the order of the files. */
  public static List<FileFacts> of(List<CSource> sources) {
    CallGraph graph = new CallGraph(sources);
    Set<CFunction> path = graph.reach(Entries.of(sources, graph).perPacket());
    List<FileFacts> facts = new ArrayList<>();
    for (CSource source : sources) {
      facts.add(
          new FileFacts(
              source.file(),
              source.lines(),
              source.functions().size(),
              (int) source.functions().stream().filter(path::contains).count(),
              (int) SET_UP.matcher(source.code()).results().count(),
              (int) FIELD.matcher(source.code()).results().count()));
    }
    return facts;
  }

  /** Whether it is a header. */
  public boolean isHeader() {
    return file.endsWith(".h");
  }
}
