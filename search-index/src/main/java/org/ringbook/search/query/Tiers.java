package org.ringbook.search.query;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.search.query.ParsedQuery.QueryTerm;
import org.ringbook.search.query.ParsedQuery.QueryWord;

/** Decides the {@link Tier} of every matching document of one query. */
final class Tiers {

  private final BitSet exact;
  private final BitSet title;
  private final boolean corrected;

  /**
   * @param exact documents whose name or title is the query
   * @param words the words of the query
   * @param inTitle for each term of the query, documents with it in the title
   * @param corrected whether a word had to be corrected
   */
  Tiers(BitSet exact, List<QueryWord> words, Map<String, BitSet> inTitle, boolean corrected) {
    this.exact = exact;
    this.title = everyWordInTitle(words, new HashMap<>(inTitle));
    this.corrected = corrected;
  }

  Tier of(int doc) {
    if (exact.get(doc)) {
      return Tier.EXACT;
    }
    return corrected ? Tier.FUZZY : title.get(doc) ? Tier.TITLE : Tier.TEXT;
  }

  private static BitSet everyWordInTitle(List<QueryWord> words, Map<String, BitSet> inTitle) {
    var every = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      BitSet has = hasWord(words.get(i), inTitle);
      if (i == 0) {
        every.or(has);
      } else {
        every.and(has);
      }
    }
    return every;
  }

  /** A title has a word if it has the whole or all parts: {@code txring} stands for TxRing. */
  private static BitSet hasWord(QueryWord word, Map<String, BitSet> inTitle) {
    var has = new BitSet();
    for (int i = 0; i < word.parts().size(); i++) {
      BitSet part = titles(word.parts().get(i), inTitle);
      if (i == 0) {
        has.or(part);
      } else {
        has.and(part);
      }
    }
    has.or(titles(word.whole(), inTitle));
    return has;
  }

  private static BitSet titles(QueryTerm term, Map<String, BitSet> inTitle) {
    return inTitle.getOrDefault(term.text(), new BitSet());
  }
}
