package org.ringbook.search.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into {@link Word}s. A word is a run of letters, digits and underscores; runs that are
 * joined by a single {@code -} or {@code .} or by {@code ::} are one word, because {@code
 * tx-ring-full}, {@code dev.ix.0} and {@code TxRing::submit} are names.
 */
public final class Words {

  private Words() {}

  /** The words of a text, in order. Never fails, whatever the text. */
  public static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    int start = nextWord(text, 0);
    while (start < text.length()) {
      int end = endOfWord(text, start);
      List<Token> parts = IdentifierParts.of(text, start, end);
      if (!parts.isEmpty()) {
        words.add(word(text, start, end, parts));
      }
      start = nextWord(text, end);
    }
    return words;
  }

  /** The words in folded form with single spaces: two names are the same when these are. */
  public static String normalized(String text) {
    return String.join(" ", of(text).stream().map(Word::folded).toList());
  }

  private static Word word(String text, int start, int end, List<Token> parts) {
    String folded = Letters.fold(text.substring(start, end));
    Token whole = new Token(Stemmer.stem(folded), start, end);
    return new Word(folded, whole, segments(text, start, end), parts);
  }

  private static List<Token> segments(String text, int start, int end) {
    var segments = new ArrayList<Token>();
    int from = start;
    while (from < end) {
      int to = endOfRun(text, from);
      if (to - from < end - start) {
        segments.add(token(text, from, to));
      }
      from = to + joint(text, to);
    }
    return segments;
  }

  static Token token(String text, int start, int end) {
    return new Token(Stemmer.stem(Letters.fold(text.substring(start, end))), start, end);
  }

  private static int nextWord(String text, int from) {
    int i = from;
    while (i < text.length() && !Letters.isWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int endOfWord(String text, int start) {
    int end = endOfRun(text, start);
    for (int joint = joint(text, end); joint > 0; joint = joint(text, end)) {
      end = endOfRun(text, end + joint);
    }
    return end;
  }

  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length() && Letters.isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Length of the joint at {@code at} if a word goes on behind it; otherwise 0. */
  private static int joint(String text, int at) {
    int length = text.startsWith("::", at) ? 2 : at < text.length() ? single(text.charAt(at)) : 0;
    int next = at + length;
    boolean goesOn = length > 0 && next < text.length() && Letters.isWord(text.charAt(next));
    return goesOn ? length : 0;
  }

  private static int single(char c) {
    return c == '-' || c == '.' ? 1 : 0;
  }
}
