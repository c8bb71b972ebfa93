package org.ringbook.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringbook.model.Judgement;
import org.ringbook.model.Judgement.Bugs;
import org.ringbook.model.Judgement.Pass;
import org.ringbook.render.page.ProofNote;

/** Says beside a listing which judge passed it, and by what. */
final class ProofNotes {

  private ProofNotes() {}

  static ProofNote of(Judgement judgement) {
    if (judgement.passes().isEmpty()) {
      String why =
          judgement.missing().isEmpty()
              ? "no judge passed it"
              : "it needs " + String.join(", ", judgement.missing());
      return new ProofNote("Not proven by this build: " + why + ".", "", "", false);
    }
    String text = made(judgement.passes()) + "; " + tests(judgement.passes());
    Collection<Bugs> groups = bugs(judgement.passes());
    if (groups.isEmpty()) {
      return new ProofNote(text + ".", "", "", true);
    }
    int caught = groups.stream().mapToInt(Bugs::caught).sum();
    int planted = groups.stream().mapToInt(Bugs::planted).sum();
    String more = caught + " of " + planted + " planted bugs caught";
    return new ProofNote(text + ";", more, table(judgement, groups), true);
  }

  /** The group's part of the table where there is one, else the whole. */
  private static String table(Judgement judgement, Collection<Bugs> groups) {
    String table = judgement.judge().table();
    if (table.isEmpty()) {
      return "";
    }
    String page = Addresses.table(table);
    return groups.size() == 1 ? page + "#" + groups.iterator().next().group() : page;
  }

  /** Flags that all programs have in common are said; a program may have more. */
  private static String made(List<Pass> passes) {
    List<Pass> compiled = passes.stream().filter(pass -> !pass.compiler().isEmpty()).toList();
    if (compiled.isEmpty()) {
      return "Part of " + passes.getFirst().program();
    }
    String compilers =
        compiled.stream().map(Pass::compiler).distinct().sorted().collect(Collectors.joining(", "));
    Set<String> flags = new LinkedHashSet<>(words(compiled.getFirst().flags()));
    compiled.forEach(pass -> flags.retainAll(words(pass.flags())));
    String said = "Compiled by " + compilers;
    return flags.isEmpty() ? said : said + " with " + String.join(" ", flags);
  }

  private static List<String> words(String flags) {
    return flags.isBlank() ? List.of() : List.of(flags.strip().split(" +", -1));
  }

  private static String tests(List<Pass> passes) {
    Map<String, Integer> tests = new TreeMap<>();
    passes.forEach(pass -> tests.merge(pass.on(), pass.tests(), Integer::sum));
    String first = tests.keySet().iterator().next();
    return tests.entrySet().stream()
        .map(
            on ->
                "%d of %d%s on %s"
                    .formatted(
                        on.getValue(),
                        on.getValue(),
                        on.getKey().equals(first) ? " tests" : "",
                        on.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Programs of one group were built from the same files, and its bugs count once. */
  private static Collection<Bugs> bugs(List<Pass> passes) {
    Map<String, Bugs> groups = new LinkedHashMap<>();
    passes.stream()
        .map(Pass::bugs)
        .filter(bugs -> !bugs.equals(Bugs.NONE))
        .forEach(bugs -> groups.putIfAbsent(bugs.group(), bugs));
    return groups.values();
  }
}
