package org.ringbook.search.lookup;

import java.util.List;

/**
 * What the map says to a question.
 *
 * @param query the question as it was understood: control characters are blanks, and what is too
 *     long is cut and ends with an ellipsis
 * @param status how much the answer is worth
 * @param names of the map, with its letter case, that the question stands for, nearest first
 * @param hits the concepts, best first
 * @param message a sentence for the reader; empty where a name was simply found
 */
public record Answer(
    String query, Status status, List<String> names, List<Hit> hits, String message) {

  /** Names that a suggestion lists at most. */
  public static final int MOST_NAMES = 8;

  /** Concepts that a suggestion lists at most; a name that was found brings all of its own. */
  public static final int MOST_SUGGESTED = 10;

  public Answer {
    names = List.copyOf(names);
    hits = List.copyOf(hits);
  }

  /** An answer without a concept. */
  static Answer none(String query, String message) {
    return new Answer(query, Status.NONE, List.of(), List.of(), message);
  }
}
