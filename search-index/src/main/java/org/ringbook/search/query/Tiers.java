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
  private final BitSet wrong;
  private final BitSet title;
  private final BitSet named;
  private final boolean corrected;
  private final boolean question;
  private final boolean oneWord;

  /**
   * @param exact documents whose name or title is the query
   * @param wrong documents that put the query right
   * @param query the words of the query
   * @param matches for each term of the query, documents with it
   * @param corrected whether a word had to be corrected
   */
  Tiers(
      BitSet exact,
      BitSet wrong,
      ParsedQuery query,
      Map<String, Matches> matches,
      boolean corrected) {
    this.exact = exact;
    this.wrong = wrong;
    this.title = all(query.words(), word -> withWord(word, matches, Matches::inTitle));
    this.named = all(query.words(), word -> withWord(word, matches, Matches::named));
    this.corrected = corrected;
    this.question = query.question();
    this.oneWord = query.words().size() == 1;
  }

  Tier of(int doc) {
    if (exact.get(doc)) {
      return Tier.EXACT;
    }
    if (wrong.get(doc)) {
      return Tier.WRONG;
    }
    if (corrected) {
      return title.get(doc) || (oneWord && named.get(doc)) ? Tier.NEAR : Tier.FUZZY;
    }
    return question ? Tier.TEXT : byWords(doc);
  }

  private Tier byWords(int doc) {
    return title.get(doc) ? Tier.TITLE : named.get(doc) ? Tier.NAME : Tier.TEXT;
  }

  /** A document has a word if it has the whole or all parts: {@code txring} stands for TxRing. */
  static BitSet withWord(
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
