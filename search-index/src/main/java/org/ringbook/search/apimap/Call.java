package org.ringbook.search.apimap;

import java.util.List;

/**
 * One name in the column of one system.
 *
 * @param name exactly as declared, letter case included
 * @param phase when a driver uses it
 * @param flags names passed along that select this meaning, such as {@code BUS_DMASYNC_PREREAD}
 * @param evidence where it is declared, and what kind of name it is
 */
public record Call(String name, Phase phase, List<String> flags, Evidence evidence) {

  public Call {
    flags = List.copyOf(flags);
  }
}
