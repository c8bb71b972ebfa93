package org.ringbook.search.apimap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code evidence.tsv}: a header line, then one line for each name, with the columns system,
 * symbol, kind, header or page, release, separated by tabs.
 */
final class EvidenceReader {

  static final String FILE = "evidence.tsv";

  private static final String HEADER = "os\tsymbol\tkind\tdeclared in\trelease";

  private final Findings findings;
  private final EvidenceTable table = new EvidenceTable();

  private EvidenceReader(Findings findings) {
    this.findings = findings;
  }

  static EvidenceTable read(Path dir, Findings findings) {
    EvidenceReader reader = new EvidenceReader(findings);
    try {
      reader.lines(Files.readAllLines(dir.resolve(FILE)));
    } catch (IOException e) {
      reader.report(0, "the evidence cannot be read", "add " + FILE + " in UTF-8");
    }
    return reader.table;
  }

  private void lines(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      report(1, "the header line is wrong", "write: " + HEADER.replace("\t", ", ") + " (tabs)");
    }
    for (int i = 1; i < lines.size(); i++) {
      line(lines.get(i).split("\t", -1), i + 1);
    }
  }

  private void line(String[] cells, int number) {
    if (cells.length != 5 || Stream.of(cells).anyMatch(String::isBlank)) {
      report(number, "the line has not five filled columns", "separate the columns by tabs");
      return;
    }
    Optional<Os> os = Os.of(cells[0]);
    if (os.isEmpty()) {
      List<String> known = Stream.of(Os.values()).map(Os::key).toList();
      String hint = Spelling.hint(cells[0], known, "known: " + String.join(", ", known));
      findings.add("api-unknown-os", FILE, number, "unknown system " + cells[0], hint);
      return;
    }
    if (!table.add(new Evidence(os.get(), cells[1], cells[2], cells[3], cells[4]), number)) {
      report(number, cells[1] + " on " + os.get().title() + " is there already", "keep one");
    }
  }

  private void report(int line, String title, String hint) {
    findings.add("api-bad-evidence", FILE, line, title, hint);
  }
}
