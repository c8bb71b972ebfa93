package org.ringbook.render.page;

import java.util.List;

/**
 * Terms that begin with one letter.
 *
 * @param letter in capitals
 * @param terms in alphabetical order
 */
public record TermGroup(String letter, List<TermEntry> terms) {
  public TermGroup {
    terms = List.copyOf(terms);
  }
}
