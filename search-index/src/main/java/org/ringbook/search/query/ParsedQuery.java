package org.ringbook.search.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.search.analysis.Token;
import org.ringbook.search.analysis.Word;
import org.ringbook.search.analysis.Words;

/**
 * A query after analysis. Both ends of a query are bounded, because a browser must fetch postings
 * for every term of it: at most {@value #LONGEST_QUERY} UTF-16 code units, of which at most {@value
 * #MOST_WORDS} words count.
 *
 * <p>Stop words are left out, unless there is nothing else, and a long query is spared its {@link
 * AskingWords}. Every distinct term counts once.
 *
 * @param text the bounded text
 * @param name the text as {@link Words#normalized} compares names
 * @param words the words that count
 * @param terms all terms of the words, each once, in order of appearance
 * @param question whether it is long enough to be one, stop words counted
 */
record ParsedQuery(
    String text, String name, List<QueryWord> words, List<QueryTerm> terms, boolean question) {

  /** Longest query, in UTF-16 code units; what follows is ignored. */
  static final int LONGEST_QUERY = 200;

  /** Most words of a query that count. */
  static final int MOST_WORDS = 16;

  /** Fewest words of a query that is read as a question and not as a name or a title. */
  private static final int QUESTION = 5;

  /** Fewest meaningful words of a query of which some are merely {@link AskingWords}. */
  private static final int MAY_ASK = 4;

  /** Fewest words that must remain without them. */
  private static final int MUST_REMAIN = 2;

  /** Shortest half-typed term that longer terms are looked up for, in UTF-16 code units. */
  private static final int SHORTEST_PREFIX = 3;

  /** A word of the query by its terms. */
  record QueryWord(QueryTerm whole, List<QueryTerm> parts, boolean stopWord) {}

  /** A term of the query; {@code open} if it may be half-typed, for it ends the query. */
  record QueryTerm(String text, boolean open) {}

  static ParsedQuery of(String raw) {
    String text = bounded(raw);
    List<Word> all = Words.of(text);
    var parser = new Parser(all.isEmpty() ? 0 : all.getLast().whole().end());
    List<Word> first = all.subList(0, Math.min(all.size(), MOST_WORDS));
    List<QueryWord> words = telling(first).stream().map(parser::word).toList();
    return new ParsedQuery(
        text, Words.normalized(text), words, List.copyOf(parser.terms()), all.size() >= QUESTION);
  }

  private static String bounded(String raw) {
    if (raw.length() <= LONGEST_QUERY) {
      return raw;
    }
    boolean splitsPair = Character.isHighSurrogate(raw.charAt(LONGEST_QUERY - 1));
    return raw.substring(0, splitsPair ? LONGEST_QUERY - 1 : LONGEST_QUERY);
  }

  private static List<Word> telling(List<Word> words) {
    List<Word> meaningful = withoutStopWords(words);
    List<Word> telling =
        meaningful.stream().filter(word -> !AskingWords.contains(word.folded())).toList();
    boolean asks = meaningful.size() >= MAY_ASK && telling.size() >= MUST_REMAIN;
    return asks ? telling : meaningful;
  }

  private static List<Word> withoutStopWords(List<Word> words) {
    List<Word> meaningful = words.stream().filter(word -> !word.isStopWord()).toList();
    return meaningful.isEmpty() ? words : meaningful;
  }

  /** Collects the distinct terms; one that is open anywhere is open. */
  private static final class Parser {

    private final int end;
    private final Map<String, QueryTerm> terms = new LinkedHashMap<>();

    Parser(int end) {
      this.end = end;
    }

    Collection<QueryTerm> terms() {
      return terms.values();
    }

    QueryWord word(Word word) {
      word.tokens().stream().filter(Token::isIndexed).forEach(this::term);
      List<QueryTerm> parts = word.parts().stream().map(this::plain).toList();
      return new QueryWord(plain(word.whole()), parts, word.isStopWord());
    }

    private QueryTerm plain(Token token) {
      return terms.getOrDefault(token.text(), new QueryTerm(token.text(), false));
    }

    private void term(Token token) {
      boolean open = token.end() == end && token.text().length() >= SHORTEST_PREFIX;
      var term = new QueryTerm(token.text(), open);
      terms.merge(token.text(), term, (old, other) -> old.open() ? old : other);
    }
  }
}
