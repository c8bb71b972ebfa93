package org.ringbook.render.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringbook.model.Term;

/** Finds the terms of a glossary in a text: whole words only, and the longest term first. */
public final class TermMatcher {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*");

  /** Beside these a word is part of a path, a file's name or a page of a manual. */
  private static final String JOINS = "/\\@#(:.";

  /**
   * A term in a text.
   *
   * @param term its id
   * @param start of its first letter
   * @param end after its last
   */
  public record Hit(String term, int start, int end) {}

  private record Word(String text, int start, int end) {}

  private final Map<String, List<Spelling>> byFirstWord = new HashMap<>();

  /** A matcher for these terms. */
  public TermMatcher(List<Term> terms) {
    for (Term term : terms) {
      add(Spelling.of(term.id(), term.name()));
      term.also().forEach(also -> add(Spelling.of(term.id(), also)));
    }
    byFirstWord
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(Spelling::size).reversed()));
  }

  private void add(Spelling spelling) {
    for (String beginning : spelling.beginnings()) {
      byFirstWord.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(spelling);
    }
  }

  /** All terms in a text, in order, none of which overlap. */
  public List<Hit> find(String text) {
    List<Word> words =
        WORD.matcher(text)
            .results()
            .map(found -> new Word(found.group(), found.start(), found.end()))
            .toList();
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Spelling> found = at(words, at, text);
      if (found.isPresent()) {
        int last = at + found.get().size() - 1;
        hits.add(new Hit(found.get().term(), words.get(at).start(), words.get(last).end()));
        at = last + 1;
      } else {
        at++;
      }
    }
    return hits;
  }

  private Optional<Spelling> at(List<Word> words, int first, String text) {
    String key = words.get(first).text().toLowerCase(Locale.ROOT);
    return byFirstWord.getOrDefault(key, List.of()).stream()
        .filter(spelling -> first + spelling.size() <= words.size())
        .filter(spelling -> isAt(spelling, words.subList(first, first + spelling.size()), text))
        .findFirst();
  }

  private static boolean isAt(Spelling spelling, List<Word> words, String text) {
    return spelling.matches(words.stream().map(Word::text).toList())
        && stand(words, text)
        && isFree(text, words.getFirst().start(), words.getLast().end());
  }

  /** Whether nothing but blanks stands between the words. */
  private static boolean stand(List<Word> words, String text) {
    for (int i = 1; i < words.size(); i++) {
      if (!text.substring(words.get(i - 1).end(), words.get(i).start()).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** A full stop and a colon end a sentence, unless the next letter follows at once. */
  private static boolean isFree(String text, int start, int end) {
    boolean opens = start > 0 && "/\\@#._".indexOf(text.charAt(start - 1)) >= 0;
    boolean goesOn =
        end < text.length()
            && JOINS.indexOf(text.charAt(end)) >= 0
            && end + 1 < text.length()
            && !Character.isWhitespace(text.charAt(end + 1));
    return !opens && !goesOn;
  }
}
