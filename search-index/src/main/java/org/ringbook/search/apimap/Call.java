package org.ringbook.search.apimap;

import java.util.List;
import java.util.stream.Stream;

/**
 * One name in the column of one system.
 *
 * @param name exactly as declared, letter case included
 * @param phase when a driver uses it
 * @param flags names passed along that select this meaning, such as {@code BUS_DMASYNC_PREREAD}
 * @param evidence where it is declared, and what kind of name it is
 */
public record Call(String name, Phase phase, List<Evidence> flags, Evidence evidence) {

  public Call {
    flags = List.copyOf(flags);
  }

  /** Where its name and those of its flags are declared. */
  public Stream<Evidence> everyEvidence() {
    return Stream.concat(Stream.of(evidence), flags.stream());
  }
}
