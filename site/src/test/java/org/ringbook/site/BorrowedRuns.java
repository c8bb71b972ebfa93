package org.ringbook.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds runs of words, or of lines of code, that a text shares with known sources.
 *
 * <p>Letter case, punctuation and white space make no difference. Lines without a letter or digit,
 * such as a lone brace, count as no line; neither do empty ones.
 */
final class BorrowedRuns {

  /** A run of so many words is no coincidence. */
  static final int WORDS = 12;

  /** A run of so many lines of code is none either. */
  static final int LINES = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /**
   * A piece of text with its line.
   *
   * @param text normalised
   * @param line 1-based
   */
  private record Piece(String text, int line) {}

  /**
   * A run that stands in a source as well.
   *
   * @param line 1-based line of its beginning
   * @param text what is shared, normalised
   */
  record Run(int line, String text) {}

  private final Set<String> words = new HashSet<>();
  private final Set<String> lines = new HashSet<>();

  /** Makes a text known as a source. */
  void learn(String text) {
    words.addAll(windows(words(text), WORDS));
    lines.addAll(windows(lines(text), LINES));
  }

  /** The runs of words that a text shares with the sources, each as long as it goes. */
  List<Run> sharedWords(String text) {
    return shared(words(text), words, WORDS);
  }

  /** The runs of lines that a text shares with the sources, each as long as it goes. */
  List<Run> sharedLines(String text) {
    return shared(lines(text), lines, LINES);
  }

  private static List<Run> shared(List<Piece> pieces, Set<String> known, int size) {
    List<String> windows = windows(pieces, size);
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < windows.size()) {
      int end = at;
      while (end < windows.size() && known.contains(windows.get(end))) {
        end++;
      }
      if (end > at) {
        runs.add(new Run(pieces.get(at).line(), joined(pieces, at, end + size - 1)));
      }
      at = end + 1;
    }
    return runs;
  }

  private static List<String> windows(List<Piece> pieces, int size) {
    List<String> windows = new ArrayList<>();
    for (int i = 0; i + size <= pieces.size(); i++) {
      windows.add(joined(pieces, i, i + size));
    }
    return windows;
  }

  private static String joined(List<Piece> pieces, int from, int to) {
    return String.join(" ", pieces.subList(from, to).stream().map(Piece::text).toList());
  }

  private static List<Piece> words(String text) {
    List<Piece> pieces = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (isNaming(line)) {
        continue;
      }
      for (MatchResult word : WORD.matcher(line.toLowerCase(Locale.ROOT)).results().toList()) {
        pieces.add(new Piece(word.group(), number));
      }
    }
    return pieces;
  }

  private static List<Piece> lines(String text) {
    List<Piece> pieces = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (WORD.matcher(line).find() && !isNaming(line)) {
        pieces.add(new Piece(line.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""), number));
      }
    }
    return pieces;
  }

  /** Which headers and classes a file needs is no wording: kernels ask for them, in an order. */
  private static boolean isNaming(String line) {
    String text = line.strip();
    return text.startsWith("#include ") || text.startsWith("import ");
  }
}
