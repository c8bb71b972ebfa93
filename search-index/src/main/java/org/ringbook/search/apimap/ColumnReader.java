package org.ringbook.search.apimap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what one system offers for one concept. */
final class ColumnReader {

  private final Os os;
  private final YamlMap column;
  private final EvidenceTable evidence;

  private ColumnReader(Os os, YamlMap column, EvidenceTable evidence) {
    this.os = os;
    this.column = column;
    this.evidence = evidence;
  }

  static OsColumn read(Os os, YamlMap column, EvidenceTable evidence) {
    return new ColumnReader(os, column, evidence).read();
  }

  private OsColumn read() {
    column.allow(keys());
    List<Call> calls = calls(column.items("calls"));
    List<List<Call>> alternatives =
        column.items("or").stream().map(way -> calls(column.items(way, "or"))).toList();
    List<Call> framework = calls(column.items("iflib"));
    List<Call> companions = calls(column.items("with"));
    String reason = column.text("none").orElse("");
    checkEitherCallsOrNone();
    return new OsColumn(os, calls, alternatives, framework, companions, reason);
  }

  private Set<String> keys() {
    return os == Os.FREEBSD
        ? Set.of("calls", "or", "iflib", "with", "none")
        : Set.of("calls", "or", "with", "none");
  }

  private void checkEitherCallsOrNone() {
    if (column.has("calls") == column.has("none")) {
      String title = "the " + os.title() + " column needs either calls or none";
      String hint = "list the calls in order, or write none: and the reason";
      column.add("api-missing-field", column.line(), title, hint);
    } else if (column.has("calls") && column.items("calls").isEmpty()) {
      String title = "the " + os.title() + " column has an empty list of calls";
      column.add("api-missing-field", column.line("calls"), title, "write none: and the reason");
    }
  }

  private List<Call> calls(List<Node> nodes) {
    List<Call> calls = new ArrayList<>();
    nodes.forEach(node -> call(node).ifPresent(calls::add));
    return calls;
  }

  private Optional<Call> call(Node node) {
    if (node instanceof ScalarNode) {
      return column
          .text(node, "a call")
          .flatMap(name -> call(name, Phase.ANY, List.of(), YamlText.line(node)));
    }
    return column.map(node, "a call").flatMap(this::call);
  }

  private Optional<Call> call(YamlMap call) {
    call.allow(Set.of("name", "phase", "flags"));
    Optional<String> name = call.required("name");
    Phase phase = call.text("phase").map(text -> phase(call, text)).orElse(Phase.ANY);
    List<Evidence> flags = flags(call);
    return name.flatMap(text -> call(text, phase, flags, call.line("name")));
  }

  private Phase phase(YamlMap call, String text) {
    List<String> known = Stream.of(Phase.values()).map(Phase::key).toList();
    Optional<Phase> phase = Phase.of(text);
    if (phase.isEmpty()) {
      String hint = Spelling.hint(text, known, "known: " + String.join(", ", known));
      call.add("api-wrong-value", call.line("phase"), "unknown phase " + text, hint);
    }
    return phase.orElse(Phase.ANY);
  }

  private List<Evidence> flags(YamlMap call) {
    List<Evidence> flags = new ArrayList<>();
    for (Node item : call.items("flags")) {
      call.text(item, "flags")
          .flatMap(flag -> evidenced(flag, YamlText.line(item)))
          .ifPresent(flags::add);
    }
    return flags;
  }

  private Optional<Call> call(String name, Phase phase, List<Evidence> flags, int line) {
    return evidenced(name, line).map(found -> new Call(name, phase, flags, found));
  }

  private Optional<Evidence> evidenced(String name, int line) {
    Optional<Evidence> found = evidence.use(os, name);
    if (found.isEmpty()) {
      String fallback = "add a line to " + EvidenceReader.FILE + ", or leave the name out";
      String hint = Spelling.hint(name, evidence.symbols(os), fallback);
      column.add("api-no-evidence", line, "no evidence for " + name + " on " + os.title(), hint);
    }
    return found;
  }
}
