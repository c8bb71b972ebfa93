package org.ringbook.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** Answers requests from a Lucene index of one segment. */
public final class Searching {

  /** The Lucene field with every normalised name and title, as one term each. */
  public static final String EXACT_FIELD = "exact";

  /** The Lucene field with every normalised wrong name, as one term each. */
  public static final String WRONG_FIELD = "wrong-name";

  /** Fetches what was indexed. */
  public interface Documents {
    /** The kind of a document, by its number in the index. */
    Kind kind(int doc);

    /** The document, by its number in the index. */
    SearchDocument document(int doc) throws IOException;
  }

  private record Candidate(int doc, Tier tier, boolean everyWord, float score) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparing(Candidate::tier)
            .thenComparing(Candidate::everyWord, Comparator.reverseOrder())
            .thenComparing(Candidate::score, Comparator.reverseOrder())
            .thenComparing(Candidate::doc);
  }

  private final IndexSearcher searcher;
  private final LeafReader reader;
  private final Documents documents;

  public Searching(IndexSearcher searcher, LeafReader reader, Documents documents) {
    this.searcher = searcher;
    this.reader = reader;
    this.documents = documents;
  }

  /** The best hits, and how many documents match at all. Any text is a query. */
  public SearchResult search(SearchRequest request) throws IOException {
    ParsedQuery query = ParsedQuery.of(request.text());
    var evaluation = new Evaluation(query, searcher, reader);
    List<Candidate> candidates = candidates(query, evaluation, request);
    var hits = new ArrayList<Hit>();
    for (Candidate candidate : candidates.stream().limit(request.limit()).toList()) {
      SearchDocument document = documents.document(candidate.doc());
      Excerpt excerpt = evaluation.excerpts().of(document.text());
      hits.add(new Hit(hits.size() + 1, candidate.score(), candidate.tier(), document, excerpt));
    }
    return new SearchResult(query.text(), candidates.size(), hits);
  }

  private List<Candidate> candidates(
      ParsedQuery query, Evaluation evaluation, SearchRequest request) throws IOException {
    BitSet exact = exact(query.name());
    Tiers tiers = evaluation.tiers(exact, query);
    var all = new BitSet();
    all.or(exact);
    all.or(evaluation.scoring().matched());
    return all.stream()
        .filter(doc -> request.wants(documents.kind(doc)))
        .mapToObj(doc -> candidate(doc, tiers, evaluation.scoring()))
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  private static Candidate candidate(int doc, Tiers tiers, Scoring scoring) {
    return new Candidate(doc, tiers.of(doc), tiers.hasEveryWord(doc), scoring.score(doc));
  }

  private BitSet exact(String name) throws IOException {
    var exact = new BitSet();
    PostingsEnum postings = reader.postings(new Term(EXACT_FIELD, name), PostingsEnum.NONE);
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        exact.set(doc);
      }
    }
    return exact;
  }
}
