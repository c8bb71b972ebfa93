package org.ringbook.search.apimap;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All evidence of the map, and which of it some call has used. */
final class EvidenceTable {

  private record Key(Os os, String symbol) {}

  private record Line(Evidence evidence, int number) {}

  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final Set<Key> used = new LinkedHashSet<>();

  /** Adds a line; false where the symbol of this system is there already. */
  boolean add(Evidence evidence, int number) {
    Key key = new Key(evidence.os(), evidence.symbol());
    return lines.putIfAbsent(key, new Line(evidence, number)) == null;
  }

  /** Evidence that this system has exactly this name; marks it as used. */
  Optional<Evidence> use(Os os, String symbol) {
    Key key = new Key(os, symbol);
    Optional<Evidence> evidence = Optional.ofNullable(lines.get(key)).map(Line::evidence);
    evidence.ifPresent(found -> used.add(key));
    return evidence;
  }

  /** True if this system has exactly this name. */
  boolean has(Os os, String symbol) {
    return lines.containsKey(new Key(os, symbol));
  }

  /** Every name of one system that has evidence. */
  List<String> symbols(Os os) {
    return lines.keySet().stream().filter(key -> key.os == os).map(Key::symbol).toList();
  }

  /** A finding for each line that nothing has used. */
  void reportUnused(String file, Findings findings) {
    Map<Key, Line> unused =
        lines.entrySet().stream()
            .filter(entry -> !used.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    unused.forEach(
        (key, line) ->
            findings.add(
                "api-unused-evidence",
                file,
                line.number,
                "no call uses the evidence for " + key.symbol + " on " + key.os.title(),
                "remove the line"));
  }
}
