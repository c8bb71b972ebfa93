package org.ringbook.search.verify;

import org.ringbook.search.apimap.Evidence;

/**
 * One name of the map, looked up in a source tree.
 *
 * @param evidence what the map says of it
 * @param state what became of it
 * @param path of the file that declares it, relative to the tree; empty unless found or moved
 * @param line 1-based; 0 unless found or moved
 * @param reason why it was not checked; empty otherwise
 */
public record Check(Evidence evidence, State state, String path, int line, String reason) {

  static Check at(Evidence evidence, State state, String path, int line) {
    return new Check(evidence, state, path, line, "");
  }

  static Check gone(Evidence evidence) {
    return new Check(evidence, State.GONE, "", 0, "");
  }

  static Check not(Evidence evidence, String reason) {
    return new Check(evidence, State.NOT_CHECKED, "", 0, reason);
  }
}
