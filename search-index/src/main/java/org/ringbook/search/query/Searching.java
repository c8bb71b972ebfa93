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
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** Answers requests from a Lucene index of one segment. */
public final class Searching {

  /** The Lucene field with every normalised name and title, as one term each. */
  public static final String EXACT_FIELD = "exact";

  /** How often a name is in {@link #EXACT_FIELD} of the document that is named after it. */
  public static final int NAMESAKE = 2;

  /** The Lucene field with every normalised wrong name, as one term each. */
  public static final String WRONG_FIELD = "wrong-name";

  /** Fetches what was indexed. */
  public interface Documents {
    /** The kind of a document, by its number in the index. */
    Kind kind(int doc);

    /** The slug of a document's volume, or empty, by its number in the index. */
    String volume(int doc);

    /** What its score is multiplied by, whatever the query. */
    double prior(int doc);

    /** The document, by its number in the index. */
    SearchDocument document(int doc) throws IOException;
  }

  private record Candidate(int doc, Tier tier, boolean namesake, float score) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparing(Candidate::tier)
            .thenComparing(Candidate::namesake, Comparator.reverseOrder())
            .thenComparing(Candidate::score, Comparator.reverseOrder())
            .thenComparing(Candidate::doc);
  }

  private final LeafReader reader;
  private final Documents documents;

  public Searching(LeafReader reader, Documents documents) {
    this.reader = reader;
    this.documents = documents;
  }

  /** The best hits, and how many documents match at all. Any text is a query. */
  public SearchResult search(SearchRequest request) throws IOException {
    ParsedQuery query = ParsedQuery.of(request.text());
    var evaluation = new Evaluation(query, reader);
    List<Candidate> all = candidates(query, evaluation);
    List<Candidate> wanted = all.stream().filter(found -> wants(request, found.doc())).toList();
    var hits = new ArrayList<Hit>();
    for (Candidate candidate : wanted.stream().limit(request.limit()).toList()) {
      SearchDocument document = documents.document(candidate.doc());
      Excerpt excerpt = evaluation.excerpts().of(document.text());
      hits.add(new Hit(hits.size() + 1, candidate.score(), candidate.tier(), document, excerpt));
    }
    var facets = Facets.of(all.stream().map(Candidate::doc).toList(), request, documents);
    return new SearchResult(query.text(), wanted.size(), facets, hits);
  }

  private boolean wants(SearchRequest request, int doc) {
    return request.wants(documents.kind(doc)) && request.wantsVolume(documents.volume(doc));
  }

  private List<Candidate> candidates(ParsedQuery query, Evaluation evaluation) throws IOException {
    BitSet exact = named(EXACT_FIELD, query.name(), 1);
    BitSet wrong = named(WRONG_FIELD, query.name(), 1);
    BitSet namesakes = namesakes(query, evaluation);
    Tiers tiers = evaluation.tiers(exact, wrong);
    Coverage coverage = evaluation.coverage(reader.maxDoc());
    var all = new BitSet();
    all.or(exact);
    all.or(wrong);
    all.or(evaluation.scoring().matched());
    return all.stream()
        .mapToObj(
            doc -> {
              double worth = documents.prior(doc) * coverage.of(doc);
              return new Candidate(
                  doc,
                  tiers.of(doc),
                  namesakes.get(doc),
                  (float) (evaluation.scoring().score(doc) * worth));
            })
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  /** Documents that are named after the query, or after what its one mistyped word may mean. */
  private BitSet namesakes(ParsedQuery query, Evaluation evaluation) throws IOException {
    BitSet found = named(EXACT_FIELD, query.name(), NAMESAKE);
    for (String near : evaluation.corrections()) {
      found.or(named(EXACT_FIELD, near, NAMESAKE));
    }
    return found;
  }

  /** Documents with that name at least so often. */
  private BitSet named(String field, String name, int times) throws IOException {
    var found = new BitSet();
    PostingsEnum postings = reader.postings(new Term(field, name), PostingsEnum.FREQS);
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        found.set(doc, postings.freq() >= times);
      }
    }
    return found;
  }
}
