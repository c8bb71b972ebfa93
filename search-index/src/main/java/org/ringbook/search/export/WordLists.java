package org.ringbook.search.export;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The terms without their postings, by first character: what a mistyped word is compared with. Only
 * letters and the underscore have a list, because no other terms are corrected.
 */
final class WordLists {

  private static final String FIRSTS = "_abcdefghijklmnopqrstuvwxyz";

  private WordLists() {}

  static SortedMap<Character, String> of(List<TermPostings> terms) {
    var lists = new TreeMap<Character, Packed>();
    for (TermPostings term : terms) {
      char first = term.term().charAt(0);
      if (term.frequency() > 0 && FIRSTS.indexOf(first) >= 0) {
        lists.computeIfAbsent(first, c -> new Packed()).term(term.term()).number(term.frequency());
      }
    }
    var packed = new TreeMap<Character, String>();
    lists.forEach((first, list) -> packed.put(first, list.toString()));
    return packed;
  }
}
