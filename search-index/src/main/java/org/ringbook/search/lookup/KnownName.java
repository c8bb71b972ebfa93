package org.ringbook.search.lookup;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.spelling.EditDistance;

/**
 * A name of the map, prepared for guessing.
 *
 * @param name with the map's letter case
 * @param squashed letters and digits alone
 * @param parts of it
 * @param systems that it is said of
 * @param right whether some concept has it as an answer
 */
record KnownName(String name, String squashed, List<String> parts, Set<Os> systems, boolean right) {

  /** What a guess of this kind costs at least; a slip costs this much. */
  private static final int SLIP = 10;

  private static final int EXACT_PARTS = 12;
  private static final int OPENING_PARTS = 16;
  private static final int PARTS_WITHIN = 22;
  private static final int PARTS_WITH_SLIPS = 26;

  /** A part that is this short stands within too many names to be looked for there. */
  private static final int SHORTEST_WITHIN = 3;

  /** A single word with a slip is like too many parts of names if it is shorter. */
  private static final int SHORTEST_ALONE = 6;

  static KnownName of(String name, List<Match> matches) {
    boolean right = matches.stream().anyMatch(Match.Counterpart.class::isInstance);
    Set<Os> systems = matches.stream().map(Match::os).collect(Collectors.toUnmodifiableSet());
    return new KnownName(name, Question.squash(name), NameParts.of(name), systems, right);
  }

  /** Slips to a question that was squashed; more than two are too many for any name. */
  OptionalInt slips(String asked) {
    int limit = asked.length() < SHORTEST_WITHIN ? 0 : asked.length() < 6 ? 1 : 2;
    int edits = EditDistance.atMost(limit, asked, squashed);
    return edits > limit ? OptionalInt.empty() : OptionalInt.of(edits * SLIP);
  }

  /**
   * How far from a name whose parts these are, in any order; the parts that are left over count.
   */
  OptionalInt partial(List<String> asked) {
    int left = Math.max(0, parts.size() - asked.size());
    if (parts.containsAll(asked)) {
      return OptionalInt.of(EXACT_PARTS + left);
    }
    if (asked.stream().allMatch(part -> parts.stream().anyMatch(own -> own.startsWith(part)))) {
      return OptionalInt.of(OPENING_PARTS + left);
    }
    if (asked.stream().allMatch(this::hasWithin)) {
      return OptionalInt.of(PARTS_WITHIN + left);
    }
    int letters = asked.size() == 1 ? SHORTEST_ALONE : SHORTEST_WITHIN + 1;
    if (asked.stream().allMatch(part -> hasWithin(part) || hasWithSlip(part, letters))) {
      return OptionalInt.of(PARTS_WITH_SLIPS + left);
    }
    return OptionalInt.empty();
  }

  /** A short part must be one of its own; a longer one may lie anywhere. */
  private boolean hasWithin(String part) {
    return part.length() < SHORTEST_WITHIN ? parts.contains(part) : squashed.contains(part);
  }

  private boolean hasWithSlip(String part, int letters) {
    return part.length() >= letters
        && parts.stream().anyMatch(own -> EditDistance.atMost(1, part, own) <= 1);
  }
}
