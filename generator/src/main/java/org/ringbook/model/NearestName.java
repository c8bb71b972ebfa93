package org.ringbook.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.ringbook.search.spelling.EditDistance;

/** Finds the known name that a misspelt one was probably meant to be, for "did you mean" hints. */
public final class NearestName {

  private NearestName() {}

  /** A question that names the nearest known name, or an empty string where none is near. */
  public static String hint(String wanted, Collection<String> known) {
    return of(wanted, known).map(name -> "did you mean " + name + "?").orElse("");
  }

  /**
   * The known name with the fewest edits from the wanted one; of several, the first in alphabet.
   * More than one edit in three characters is no near match.
   */
  public static Optional<String> of(String wanted, Collection<String> known) {
    int most = Math.max(1, wanted.length() / 3);
    return known.stream()
        .map(name -> new Match(name, within(most, wanted, name)))
        .filter(match -> match.edits <= most)
        .min(Comparator.comparingInt(Match::edits).thenComparing(Match::name))
        .map(Match::name);
  }

  /**
   * Number of characters to insert, delete, replace or swap with their neighbour to make one name
   * the other, letter case apart (Damerau-Levenshtein, optimal string alignment).
   */
  public static int distance(String one, String other) {
    return within(Math.max(one.length(), other.length()), one, other);
  }

  private static int within(int limit, String one, String other) {
    return EditDistance.atMost(limit, one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private record Match(String name, int edits) {}
}
