package org.ringbook.search.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;

/** Looks up the names that the map has for one system in a source tree of that system. */
public final class Verifier {

  private final SourceTree tree;
  private final Map<String, Evidence> open = new TreeMap<>();
  private final Map<String, Check> done = new TreeMap<>();

  private Verifier(SourceTree tree, Stream<Evidence> names) {
    this.tree = tree;
    names.forEach(evidence -> open.put(evidence.symbol(), evidence));
  }

  /**
   * Looks up all names of a system.
   *
   * @param source folder with the system's sources or headers; for the RTOS the book's own folder
   * @throws IOException where the folder cannot be read
   * @throws NoSourcesException where it holds nothing that could declare a name
   */
  public static Verification verify(ApiMap map, Os os, Path source) throws IOException {
    SourceTree tree = SourceTree.at(source);
    if (tree.size() == 0) {
      throw new NoSourcesException(source.toString());
    }
    return new Verifier(tree, names(map, os)).run(os);
  }

  private static Stream<Evidence> names(ApiMap map, Os os) {
    return map.concepts()
        .flatMap(concept -> concept.on(os).everyCall())
        .flatMap(Call::everyEvidence)
        .distinct();
  }

  private Verification run(Os os) {
    setAside();
    lookIntoNamedFiles();
    search();
    open.values().forEach(evidence -> done.put(evidence.symbol(), Check.gone(evidence)));
    return new Verification(os, tree.size(), List.copyOf(done.values()));
  }

  private void setAside() {
    boolean pagesOnly = tree.has("md") && !tree.has("h");
    for (Evidence evidence : List.copyOf(open.values())) {
      DeclaredPlace place = DeclaredPlace.of(evidence);
      if (place.isManualPage()) {
        settle(Check.not(evidence, "only a manual page is known to have it"));
      } else if (pagesOnly && !place.isDocPage()) {
        settle(Check.not(evidence, "a header declares it, and the tree holds pages only"));
      }
    }
  }

  private void lookIntoNamedFiles() {
    Map<Path, Set<Evidence>> byFile = new HashMap<>();
    for (Evidence evidence : open.values()) {
      named(evidence)
          .ifPresent(
              file ->
                  byFile
                      .computeIfAbsent(
                          file, _ -> new TreeSet<>(Comparator.comparing(Evidence::symbol)))
                      .add(evidence));
    }
    byFile.forEach(this::lookInto);
  }

  private Optional<Path> named(Evidence evidence) {
    return DeclaredPlace.of(evidence).ends().stream()
        .flatMap(end -> tree.named(end).stream())
        .findFirst();
  }

  private void lookInto(Path file, Set<Evidence> names) {
    Set<String> wanted = names.stream().map(Verifier::word).collect(Collectors.toSet());
    report(file, new FileDeclarations(wanted).in(file), names, State.FOUND);
    if (DocPage.isPage(String.valueOf(file.getFileName()))) {
      String text = SourceTree.text(file);
      for (Evidence evidence : names) {
        int line = DocPage.mention(evidence.symbol(), text);
        if (line > 0 && open.containsKey(evidence.symbol())) {
          settle(Check.at(evidence, State.FOUND, tree.relative(file), line));
        }
      }
    }
  }

  /** What is not where it should be may be anywhere else; the file nearest to the root counts. */
  private void search() {
    if (open.isEmpty()) {
      return;
    }
    List<Evidence> left = List.copyOf(open.values());
    FileDeclarations declarations =
        new FileDeclarations(left.stream().map(Verifier::word).collect(Collectors.toSet()));
    record Found(Path file, List<Declared> declared) {}
    tree.interfaces().parallelStream()
        .map(file -> new Found(file, declarations.in(file)))
        .filter(found -> !found.declared.isEmpty())
        .toList()
        .forEach(found -> report(found.file, found.declared, left, State.MOVED));
  }

  private void report(Path file, List<Declared> declared, Iterable<Evidence> names, State state) {
    for (Evidence evidence : names) {
      declared.stream()
          .filter(found -> found.name().equals(word(evidence)))
          .filter(found -> Shape.of(kind(file, evidence)).contains(found.shape()))
          .filter(_ -> open.containsKey(evidence.symbol()))
          .findFirst()
          .ifPresent(found -> settle(Check.at(evidence, state, tree.relative(file), found.line())));
    }
  }

  /** A page is about a name whatever shape the name has. */
  private static String kind(Path file, Evidence evidence) {
    return SourceTree.ending(file).equals("md") ? "" : evidence.kind();
  }

  /** What a file declares: the last part of {@code structure.member}; a method with its class. */
  private static String word(Evidence evidence) {
    String symbol = evidence.symbol();
    return evidence.os() == Os.RTOS ? symbol : symbol.substring(symbol.lastIndexOf('.') + 1);
  }

  private void settle(Check check) {
    open.remove(check.evidence().symbol());
    done.put(check.evidence().symbol(), check);
  }
}
