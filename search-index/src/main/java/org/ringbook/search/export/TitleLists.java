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
 * Titles for suggestions, each in the list of every {@link Starts start} of one of its words: lines
 * of a letter for the kind and the title, in the order of the documents. Words such as {@code the}
 * don't count; a reader who has typed nothing else is offered no title.
 */
final class TitleLists {

  private TitleLists() {}

  static SortedMap<String, String> of(List<SearchDocument> documents) {
    var lists = new TreeMap<String, String>();
    for (SearchDocument document : documents) {
      String line = document.kind().label().substring(0, 1) + document.title();
      starts(document.title())
          .forEach(start -> lists.merge(start, line, (list, next) -> list + '\n' + next));
    }
    return lists;
  }

  private static Set<String> starts(String title) {
    Set<String> starts = new HashSet<>();
    for (String word : Words.normalized(title).split(" ", -1)) {
      if (!Words.of(word).stream().allMatch(Word::isStopWord)) {
        Starts.of(word).ifPresent(starts::add);
      }
    }
    return starts;
  }
}
