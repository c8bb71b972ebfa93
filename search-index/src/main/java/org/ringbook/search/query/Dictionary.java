package org.ringbook.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.query.ParsedQuery.QueryTerm;
import org.ringbook.search.spelling.EditDistance;

/** The terms of the index, and which of them a term of a query may stand for. */
final class Dictionary {

  /** Most longer terms for a half-typed one: enough for a family of kernel calls. */
  static final int MOST_COMPLETIONS = 64;

  /** Most near terms for a mistyped one: each costs a browser a fetch. */
  static final int MOST_CORRECTIONS = 5;

  private static final int ONE_EDIT_FROM = 4;
  private static final int TWO_EDITS_FROM = 8;
  private static final float COMPLETED = 0.5f;
  private static final float SYNONYM = 0.75f;

  private final LeafReader reader;

  Dictionary(LeafReader reader) {
    this.reader = reader;
  }

  /** The term itself if the index has it, then the likeliest completions if it is open. */
  List<Variant> known(QueryTerm query) throws IOException {
    var variants = new ArrayList<Variant>();
    SortedMap<String, Integer> terms = startingWith(query.text(), query.open());
    Integer frequency = terms.remove(query.text());
    if (frequency != null) {
      variants.add(new Variant(query.text(), 1, frequency));
    }
    variants.addAll(likeliest(variants(terms, COMPLETED), MOST_COMPLETIONS));
    return variants;
  }

  /** Terms that mean the same, and that are in the index. */
  List<Variant> alike(String term) throws IOException {
    var variants = new ArrayList<Variant>();
    for (String other : Synonyms.of(term)) {
      variants(startingWith(other, false), SYNONYM).forEach(variants::add);
    }
    return variants;
  }

  /**
   * The likeliest terms that the mistyped one may mean: one edit away from four characters on, two
   * from eight. The first character must be right, so that the search needs one letter of the
   * dictionary only; it must be a letter or an underscore, because a wrong digit is another chip.
   */
  List<Variant> near(QueryTerm query) throws IOException {
    int edits = allowedEdits(query.text());
    if (edits == 0) {
      return List.of();
    }
    var near = new ArrayList<Variant>();
    startingWith(query.text().substring(0, 1), true)
        .forEach(
            (term, frequency) -> {
              int distance = EditDistance.atMost(edits, query.text(), term);
              if (distance <= edits) {
                near.add(new Variant(term, 1f / (1 << distance), frequency));
              }
            });
    return likeliest(near.stream(), MOST_CORRECTIONS);
  }

  private static int allowedEdits(String term) {
    boolean correctable = term.length() >= ONE_EDIT_FROM && startsLikeAWord(term.charAt(0));
    return !correctable ? 0 : term.length() >= TWO_EDITS_FROM ? 2 : 1;
  }

  private static boolean startsLikeAWord(char first) {
    return first == '_' || (first >= 'a' && first <= 'z');
  }

  private static Stream<Variant> variants(Map<String, Integer> terms, float factor) {
    return terms.entrySet().stream().map(e -> new Variant(e.getKey(), factor, e.getValue()));
  }

  private static List<Variant> likeliest(Stream<Variant> variants, int most) {
    return variants.sorted(Variant.LIKELIEST).limit(most).toList();
  }

  private SortedMap<String, Integer> startingWith(String start, boolean open) throws IOException {
    var found = new TreeMap<String, Integer>();
    for (Field field : Field.values()) {
      Terms terms = reader.terms(field.key());
      if (terms != null) {
        collect(terms.iterator(), start, open, found);
      }
    }
    return found;
  }

  private static void collect(
      TermsEnum terms, String start, boolean open, Map<String, Integer> found) throws IOException {
    SeekStatus status = terms.seekCeil(new BytesRef(start));
    BytesRef term = status == SeekStatus.END ? null : terms.term();
    while (term != null) {
      String text = term.utf8ToString();
      if (open ? !text.startsWith(start) : !text.equals(start)) {
        return;
      }
      found.merge(text, terms.docFreq(), Integer::sum);
      term = terms.next();
    }
  }
}
