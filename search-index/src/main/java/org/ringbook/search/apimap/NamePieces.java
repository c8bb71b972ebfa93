package org.ringbook.search.apimap;

import java.util.List;

/** Where a narrow column may break a name: after {@code _} and {@code .}, and between humps. */
public final class NamePieces {

  private NamePieces() {}

  /** The pieces in order; together they are the name. */
  public static List<String> of(String name) {
    return List.of(name.split("(?<=_)(?=[^_])|(?<=[a-z])(?=[A-Z])|(?<=\\.)"));
  }
}
