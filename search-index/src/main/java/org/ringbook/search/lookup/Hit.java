package org.ringbook.search.lookup;

import java.util.List;
import java.util.stream.Stream;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Match;

/**
 * A concept of an answer.
 *
 * @param concept that was found
 * @param reason why it was
 * @param matches the names that led to it, best first; none where its id or title did
 */
public record Hit(Concept concept, Reason reason, List<Match> matches) {

  public Hit {
    matches = List.copyOf(matches);
  }

  /** True where the name that was asked for is a right answer of the concept. */
  public boolean isRight() {
    return matches.isEmpty() || matches.stream().anyMatch(Match.Counterpart.class::isInstance);
  }

  /** What the concept says against the name that was asked for. */
  public Stream<FalseFriend> warnings() {
    return matches.stream()
        .filter(Match.Misnomer.class::isInstance)
        .map(match -> ((Match.Misnomer) match).friend());
  }
}
