package org.ringbook.render.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One name in the column of a system.
 *
 * @param name exactly as declared
 * @param pieces the name again, cut where a narrow column may break it
 * @param flags passed along that select this meaning
 * @param home the concept that the name is about, or null where it is the one that lists it
 */
public record CallLine(
    String name, List<String> pieces, List<String> flags, @Nullable NameTarget home) {

  public CallLine {
    pieces = List.copyOf(pieces);
    flags = List.copyOf(flags);
  }
}
