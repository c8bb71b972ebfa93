package org.ringbook.model;

import java.util.Map;

/**
 * A book of which every listing was compiled and every example run.
 *
 * @param book what was proven
 * @param examples every example of the book, used by a chapter or not, by id
 * @param layouts every layout that a chapter draws, by class name
 * @param judgements of the listings that a judge had to prove
 * @param proof what was counted on the way
 */
public record ProvenBook(
    Book book,
    Map<String, Example> examples,
    Map<String, BitLayout> layouts,
    Map<Listing, Judgement> judgements,
    Proof proof) {

  public ProvenBook {
    examples = Map.copyOf(examples);
    layouts = Map.copyOf(layouts);
    judgements = Map.copyOf(judgements);
  }

  /**
   * Counts for the report.
   *
   * @param listings blocks of source code in the chapters
   * @param listingsProven those whose file was compiled in this build
   * @param examplesTotal examples found
   * @param examplesProven those that ran and printed what is recorded
   * @param examplesFromCache those whose proof was taken over from an earlier build
   */
  public record Proof(
      int listings,
      int listingsProven,
      int examplesTotal,
      int examplesProven,
      int examplesFromCache) {

    /** Whether nothing is left unproven. */
    public boolean isWhole() {
      return listingsProven == listings && examplesProven == examplesTotal;
    }
  }
}
