package org.ringbook.search.verify;

import java.util.List;
import org.ringbook.search.apimap.Os;

/**
 * All names of one system, looked up in one source tree.
 *
 * @param os the system
 * @param files how many files of the tree were candidates
 * @param checks one for each name, in alphabetical order
 */
public record Verification(Os os, int files, List<Check> checks) {

  public Verification {
    checks = List.copyOf(checks);
  }

  /** The names of one state. */
  public List<Check> in(State state) {
    return checks.stream().filter(check -> check.state() == state).toList();
  }
}
