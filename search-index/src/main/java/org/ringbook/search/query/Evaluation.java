package org.ringbook.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.ringbook.search.query.ParsedQuery.QueryTerm;
import org.ringbook.search.query.ParsedQuery.QueryWord;
import org.ringbook.search.query.Scoring.Matches;

/** One query met with one index: what its terms stand for, the scores and the tiers. */
final class Evaluation {

  private final Dictionary dictionary;
  private final Scoring scoring;
  private final Map<String, List<Variant>> variants = new LinkedHashMap<>();
  private final Map<String, Matches> matches = new HashMap<>();
  private final ParsedQuery query;
  private boolean corrected;

  Evaluation(ParsedQuery query, LeafReader reader) throws IOException {
    dictionary = new Dictionary(reader);
    scoring = new Scoring(reader);
    this.query = query;
    for (QueryTerm term : query.terms()) {
      variants.put(term.text(), known(term));
    }
    for (QueryWord word : query.words()) {
      correct(word);
    }
    for (Map.Entry<String, List<Variant>> term : variants.entrySet()) {
      matches.put(term.getKey(), scoring.add(term.getValue()));
    }
  }

  Scoring scoring() {
    return scoring;
  }

  Tiers tiers(BitSet exact, BitSet wrong) {
    return new Tiers(exact, wrong, query, matches, corrected);
  }

  /** What the one word of a query stands for if it was mistyped; nothing for other queries. */
  List<String> corrections() {
    return corrected && query.words().size() == 1
        ? variants.getOrDefault(query.words().getFirst().whole().text(), List.of()).stream()
            .map(Variant::term)
            .toList()
        : List.of();
  }

  /**
   * What share of the query a document covers.
   *
   * @param size how many documents there are
   */
  Coverage coverage(int size) {
    return new Coverage(query.words(), matches, size);
  }

  /** Who has typed a whole question has ended its last word too, if it is one. */
  private List<Variant> itself(QueryTerm term) throws IOException {
    List<Variant> ended = dictionary.known(new QueryTerm(term.text(), false));
    return query.question() && !ended.isEmpty() ? ended : dictionary.known(term);
  }

  private List<Variant> known(QueryTerm term) throws IOException {
    var variants = new ArrayList<>(itself(term));
    if (query.question()) {
      for (Variant other : dictionary.alike(term.text())) {
        if (variants.stream().noneMatch(v -> v.term().equals(other.term()))) {
          variants.add(other);
        }
      }
    }
    return variants;
  }

  /** The terms of the index that count, each with the number of the first query term behind it. */
  Excerpts excerpts() {
    var terms = new HashMap<String, Integer>();
    int number = 0;
    for (List<Variant> list : variants.values()) {
      for (Variant variant : list) {
        terms.putIfAbsent(variant.term(), number);
      }
      number++;
    }
    return new Excerpts(terms);
  }

  /** Corrects what is unknown, if neither the word as a whole nor all of its parts are known. */
  private void correct(QueryWord word) throws IOException {
    boolean known = isKnown(word.whole()) || word.parts().stream().allMatch(this::isKnown);
    if (known || word.stopWord()) {
      return;
    }
    correct(word.whole());
    // A name that is close to a known one is that name; its parts need no correction.
    if (!isKnown(word.whole())) {
      for (QueryTerm part : word.parts()) {
        correct(part);
      }
    }
  }

  private void correct(QueryTerm term) throws IOException {
    if (variants.containsKey(term.text()) && !isKnown(term)) {
      List<Variant> near = dictionary.near(term);
      variants.put(term.text(), near);
      corrected |= !near.isEmpty();
    }
  }

  private boolean isKnown(QueryTerm term) {
    return !variants.getOrDefault(term.text(), List.of()).isEmpty();
  }
}
