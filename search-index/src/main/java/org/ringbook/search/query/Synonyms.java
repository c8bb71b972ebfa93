package org.ringbook.search.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.search.analysis.Words;

/**
 * Words that the trade uses for one another. They widen questions only: who types two words means
 * these two, who asks a whole question means whatever answers it.
 */
final class Synonyms {

  private static final List<Set<String>> GROUPS =
      Stream.of(
              "packet frame",
              "send transmit submit tx",
              "receive rx arrive",
              "free release return give",
              "lose drop miss",
              "card nic controller",
              "system kernel os",
              "slot descriptor",
              "barrier fence order",
              "tell report announce indicate",
              "allocate alloc get",
              "function call method",
              "cost price overhead",
              "stop disable close",
              "start enable open",
              "interrupt irq",
              "error fail failure",
              "wait drain",
              "time nanosecond cycle",
              "finish complete done",
              "wrong fault mistake bug",
              "read load",
              "write store",
              "layer boundary",
              "reject refuse")
          .map(Synonyms::terms)
          .toList();

  private Synonyms() {}

  /** The other terms of all groups that a term is in, in the order of the groups. */
  static Set<String> of(String term) {
    return GROUPS.stream()
        .filter(group -> group.contains(term))
        .flatMap(Set::stream)
        .filter(other -> !other.equals(term))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> terms(String group) {
    return Words.of(group).stream()
        .map(word -> word.whole().text())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
