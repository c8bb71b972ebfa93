package org.ringbook.search.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.ringbook.search.analysis.Field;
import org.ringbook.search.export.TermPostings.Place;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Searching;

/** Reads the postings of all fields out of Lucene, by term. */
final class Postings {

  private final LeafReader segment;
  private final SortedMap<String, List<Place>> places = new TreeMap<>();

  private Postings(SearchIndex index) {
    this.segment = index.segment();
  }

  static List<TermPostings> of(SearchIndex index) throws IOException {
    var postings = new Postings(index);
    int bit = 1;
    for (Field field : Field.values()) {
      postings.read(field.key(), bit);
      bit *= 2;
    }
    postings.read(Searching.EXACT_FIELD, TermPostings.EXACT_BIT);
    postings.read(Searching.WRONG_FIELD, TermPostings.WRONG_BIT);
    var all = new ArrayList<TermPostings>();
    postings.places.forEach((term, places) -> all.add(new TermPostings(term, places)));
    return all;
  }

  private void read(String field, int bit) throws IOException {
    Terms terms = segment.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum term = terms.iterator();
    while (term.next() != null) {
      String text = term.term().utf8ToString();
      Place place = place(term.postings(null, PostingsEnum.FREQS), bit);
      places.computeIfAbsent(text, t -> new ArrayList<>()).add(place);
    }
  }

  private static Place place(PostingsEnum postings, int bit) throws IOException {
    var place = new Place(bit, new ArrayList<>(), new ArrayList<>());
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      place.docs().add(doc);
      place.frequencies().add(postings.freq());
    }
    return place;
  }
}
