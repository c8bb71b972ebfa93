package org.ringbook.search.export;

import java.util.List;

/**
 * Where a term is.
 *
 * @param term the term
 * @param places one for each field that has the term, in the order of the fields' bits
 */
record TermPostings(String term, List<Place> places) {

  /** The bit of names and titles as a whole, above those of the searched fields. */
  static final int EXACT_BIT = 32;

  /** The bit of wrong names as a whole. */
  static final int WRONG_BIT = 64;

  /**
   * The documents of one field.
   *
   * @param bit the field: a power of two
   * @param docs document numbers, ascending
   * @param frequencies how often the term is in each of them
   */
  record Place(int bit, List<Integer> docs, List<Integer> frequencies) {

    void write(Packed packed) {
      packed.number(docs.size());
      int last = 0;
      for (int i = 0; i < docs.size(); i++) {
        boolean once = frequencies.get(i) == 1;
        packed.number((docs.get(i) - last) * 2 + (once ? 0 : 1));
        if (!once) {
          packed.number(frequencies.get(i));
        }
        last = docs.get(i);
      }
    }
  }

  void write(Packed packed) {
    packed.term(term).number(places.stream().mapToInt(Place::bit).sum());
    places.forEach(place -> place.write(packed));
  }

  /** In how many documents it is, added up over the searched fields; 0 for a mere name. */
  int frequency() {
    return places.stream()
        .filter(place -> place.bit() < EXACT_BIT)
        .mapToInt(place -> place.docs().size())
        .sum();
  }
}
