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
 * The names of the API map by first character, as they are spelt, for suggestions: lines of name,
 * systems, and {@code w} for one that is merely looked for. A name that is right for one document
 * and wrong for another is right.
 */
final class NameLists {

  /** Characters that are in file names as they are; nothing is listed under others. */
  static final String FIRSTS = "_abcdefghijklmnopqrstuvwxyz0123456789";

  private record Entry(String name, SortedSet<String> systems, boolean wrong) {
    String line() {
      return name + '\t' + String.join(", ", systems) + (wrong ? "\tw" : "");
    }
  }

  private final SortedMap<String, Entry> entries = new TreeMap<>();

  private NameLists() {}

  /** The lists, each by the folded first character of its names. */
  static SortedMap<Character, String> of(List<SearchDocument> documents) {
    var lists = new NameLists();
    List<SearchDocument> concepts =
        documents.stream().filter(document -> document.kind() == Kind.API).toList();
    concepts.forEach(document -> lists.add(document, document.names(), false));
    concepts.forEach(document -> lists.add(document, document.wrongNames(), true));
    return lists.byFirst();
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

  private SortedMap<Character, String> byFirst() {
    var lists = new TreeMap<Character, List<Entry>>();
    for (Entry entry : entries.values()) {
      String folded = Words.normalized(entry.name());
      if (!folded.isEmpty() && FIRSTS.indexOf(folded.charAt(0)) >= 0) {
        lists.computeIfAbsent(folded.charAt(0), c -> new ArrayList<>()).add(entry);
      }
    }
    var lines = new TreeMap<Character, String>();
    lists.forEach((first, list) -> lines.put(first, lines(list)));
    return lines;
  }

  private static String lines(List<Entry> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(Entry::name))
        .map(Entry::line)
        .collect(Collectors.joining("\n"));
  }
}
