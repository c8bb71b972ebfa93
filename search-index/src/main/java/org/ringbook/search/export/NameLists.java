package org.ringbook.search.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringbook.search.analysis.Words;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/**
 * The names of the API map by their {@link Starts}, as they are spelt, for suggestions: lines of
 * name, systems, and {@code w} for one that is merely looked for. A name that is right for one
 * document and wrong for another is right.
 */
final class NameLists {

  private record Entry(String name, SortedSet<String> systems, boolean wrong) {
    String line() {
      return name + '\t' + String.join(", ", systems) + (wrong ? "\tw" : "");
    }
  }

  private final SortedMap<String, Entry> entries = new TreeMap<>();

  private NameLists() {}

  /** The lists, each by what its names start with. */
  static SortedMap<String, String> of(List<SearchDocument> documents) {
    var lists = new NameLists();
    List<SearchDocument> concepts =
        documents.stream().filter(document -> document.kind() == Kind.API).toList();
    concepts.forEach(document -> lists.add(document, document.names(), false));
    concepts.forEach(document -> lists.add(document, document.wrongNames(), true));
    return lists.byStart();
  }

  private void add(SearchDocument document, List<String> names, boolean wrong) {
    for (String name : names) {
      Entry entry = entries.computeIfAbsent(name, n -> new Entry(n, new TreeSet<>(), wrong));
      String systems = document.systems().getOrDefault(name, "");
      if (entry.wrong() == wrong && !systems.isEmpty()) {
        entry.systems().addAll(List.of(systems.split(", ")));
      }
    }
  }

  private SortedMap<String, String> byStart() {
    var lists = new TreeMap<String, List<Entry>>();
    for (Entry entry : entries.values()) {
      Starts.of(Words.normalized(entry.name()))
          .ifPresent(start -> lists.computeIfAbsent(start, s -> new ArrayList<>()).add(entry));
    }
    var lines = new TreeMap<String, String>();
    lists.forEach((start, list) -> lines.put(start, lines(list)));
    return lines;
  }

  private static String lines(List<Entry> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(Entry::name))
        .map(Entry::line)
        .collect(Collectors.joining("\n"));
  }
}
