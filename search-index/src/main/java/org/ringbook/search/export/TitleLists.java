package org.ringbook.search.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringbook.search.analysis.Word;
import org.ringbook.search.analysis.Words;
import org.ringbook.search.document.SearchDocument;

/**
 * Titles for suggestions, each in the list of every character that one of its words begins with:
 * lines of a letter for the kind and the title, in the order of the documents. Words such as {@code
 * the} don't count; a reader who has typed nothing else is offered no title.
 */
final class TitleLists {

  private TitleLists() {}

  static SortedMap<Character, String> of(List<SearchDocument> documents) {
    var lists = new TreeMap<Character, String>();
    for (SearchDocument document : documents) {
      String line = document.kind().label().substring(0, 1) + document.title();
      firsts(document.title())
          .forEach(first -> lists.merge(first, line, (list, next) -> list + '\n' + next));
    }
    return lists;
  }

  private static Set<Character> firsts(String title) {
    Set<Character> firsts = new HashSet<>();
    for (String word : Words.normalized(title).split(" ", -1)) {
      if (!word.isEmpty()
          && NameLists.FIRSTS.indexOf(word.charAt(0)) >= 0
          && !Words.of(word).stream().allMatch(Word::isStopWord)) {
        firsts.add(word.charAt(0));
      }
    }
    return firsts;
  }
}
