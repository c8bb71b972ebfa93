package org.ringbook.search.query;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringbook.search.query.ParsedQuery.QueryTerm;
import org.ringbook.search.query.ParsedQuery.QueryWord;
import org.ringbook.search.query.Scoring.Matches;

/** Decides the {@link Tier} of every matching document of one query. */
final class Tiers {

  private final BitSet exact;
  private final BitSet title;
  private final BitSet anywhere;
  private final boolean corrected;

  /**
   * @param exact documents whose name or title is the query
   * @param words the words of the query
   * @param matches for each term of the query, documents with it
   * @param corrected whether a word had to be corrected
   */
  Tiers(BitSet exact, List<QueryWord> words, Map<String, Matches> matches, boolean corrected) {
    this.exact = exact;
    this.title = all(words, word -> withWord(word, matches, Matches::inTitle));
    this.anywhere = all(words, word -> withWord(word, matches, Matches::anywhere));
    this.corrected = corrected;
  }

  Tier of(int doc) {
    if (exact.get(doc)) {
      return Tier.EXACT;
    }
    return corrected ? Tier.FUZZY : title.get(doc) ? Tier.TITLE : Tier.TEXT;
  }

  boolean hasEveryWord(int doc) {
    return anywhere.get(doc);
  }

  /** A document has a word if it has the whole or all parts: {@code txring} stands for TxRing. */
  private static BitSet withWord(
      QueryWord word, Map<String, Matches> matches, Function<Matches, BitSet> where) {
    Function<QueryTerm, BitSet> documents =
        term -> where.apply(matches.getOrDefault(term.text(), Matches.none()));
    BitSet found = all(word.parts(), documents);
    found.or(documents.apply(word.whole()));
    return found;
  }

  private static <T> BitSet all(List<T> items, Function<T, BitSet> documents) {
    var all = new BitSet();
    for (int i = 0; i < items.size(); i++) {
      if (i == 0) {
        all.or(documents.apply(items.get(i)));
      } else {
        all.and(documents.apply(items.get(i)));
      }
    }
    return all;
  }
}
