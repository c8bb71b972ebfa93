package org.ringbook.render.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringbook.search.apimap.NamePieces;

/**
 * One name in the column of a system.
 *
 * @param name exactly as declared
 * @param flags passed along that select this meaning
 * @param home the concept that the name is about, or null where it is the one that lists it
 */
public record CallLine(String name, List<String> flags, @Nullable NameTarget home) {

  public CallLine {
    flags = List.copyOf(flags);
  }

  /** The name in pieces, between which a narrow column may break it. */
  public List<String> pieces() {
    return NamePieces.of(name);
  }
}
