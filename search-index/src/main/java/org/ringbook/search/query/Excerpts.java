package org.ringbook.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ringbook.search.analysis.Token;
import org.ringbook.search.analysis.Word;
import org.ringbook.search.analysis.Words;
import org.ringbook.search.query.Excerpt.Mark;

/**
 * Cuts the best passage out of a text: the one with the most different terms of the query, the
 * earliest of equals, about {@value #LENGTH} UTF-16 code units long and cut between words.
 */
public final class Excerpts {

  private static final int LENGTH = 160;
  private static final int LEAD = 40;

  /** How much of a text is looked at: a browser must fetch all of it. */
  public static final int LOOKED_AT = 2_000;

  private static final String CUT_BEFORE = "… ";
  private static final String CUT_AFTER = " …";

  private record Found(int start, int end, int term) {}

  private final Map<String, Integer> terms;

  /**
   * @param terms terms of the index that count, each with the number of the query's term
   */
  Excerpts(Map<String, Integer> terms) {
    this.terms = terms;
  }

  Excerpt of(String whole) {
    String text = opening(whole);
    List<Found> found = find(text);
    Found first = found.isEmpty() ? new Found(0, 0, 0) : found.get(best(found));
    int from = from(text, first);
    int to = to(text, from, first);
    return cut(text, from, to, found);
  }

  /** As much of a text as excerpts are cut from. */
  public static String opening(String text) {
    if (text.length() <= LOOKED_AT) {
      return text;
    }
    int space = text.lastIndexOf(' ', LOOKED_AT);
    int end = space > 0 ? space : LOOKED_AT;
    return text.substring(0, splitsPair(text, end) ? end - 1 : end);
  }

  private List<Found> find(String text) {
    var found = new ArrayList<Found>();
    for (Word word : Words.of(text)) {
      if (!word.isStopWord()) {
        find(word, found);
      }
    }
    found.sort(Comparator.comparing(Found::start).thenComparing(Found::end));
    return found;
  }

  /** An identifier is marked as a whole if the whole was searched for, otherwise by its parts. */
  private void find(Word word, List<Found> found) {
    for (Token token : word.tokens()) {
      Integer term = terms.get(token.text());
      if (term != null) {
        found.add(new Found(token.start(), token.end(), term));
      }
      if (term != null && token.equals(word.whole())) {
        return;
      }
    }
  }

  private static int best(List<Found> found) {
    int best = 0;
    long most = 0;
    for (int i = 0; i < found.size(); i++) {
      int reach = found.get(i).start() + LENGTH - LEAD;
      long terms =
          found.stream().skip(i).filter(f -> f.end() <= reach).map(Found::term).distinct().count();
      if (terms > most) {
        most = terms;
        best = i;
      }
    }
    return best;
  }

  private static int from(String text, Found first) {
    int from = first.start() - LEAD;
    if (from <= 0 || text.length() <= LENGTH) {
      return 0;
    }
    int space = text.indexOf(' ', from);
    int word = space >= 0 && space < first.start() ? space + 1 : from;
    return splitsPair(text, word) ? word - 1 : word;
  }

  private static int to(String text, int from, Found first) {
    int to = Math.max(from + LENGTH, first.end());
    if (to >= text.length()) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', to);
    int word = space > from && space >= first.end() ? space : to;
    return splitsPair(text, word) ? word + 1 : word;
  }

  private static boolean splitsPair(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at));
  }

  private static Excerpt cut(String text, int from, int to, List<Found> found) {
    String before = from > 0 ? CUT_BEFORE : "";
    String after = to < text.length() ? CUT_AFTER : "";
    int shift = before.length() - from;
    var marks = new ArrayList<Mark>();
    for (Found f : found) {
      if (f.start() >= from && f.end() <= to) {
        addMerged(marks, new Mark(f.start() + shift, f.end() + shift));
      }
    }
    return new Excerpt(before + text.substring(from, to) + after, marks);
  }

  private static void addMerged(List<Mark> marks, Mark mark) {
    if (!marks.isEmpty() && mark.start() < marks.getLast().end()) {
      Mark last = marks.removeLast();
      marks.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
    } else {
      marks.add(mark);
    }
  }
}
