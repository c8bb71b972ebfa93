package org.ringbook.search.apimap;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the calls of one concept correspond, from closest to not at all. */
public enum Relation {
  /** One call for one call; the arguments change, the contract does not. */
  DIRECT,
  /** The same job with a different contract: a thin adapter must bridge it. */
  ADAPTER,
  /** One call on one system is an ordered series of calls on another. */
  SEQUENCE,
  /** The same idea in another shape: a callback for a call, a field for a function. */
  CONCEPT,
  /** Most systems have nothing that does the job: a porting exception with a stub. */
  EXCEPTION;

  /** As the data files write it: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The relation with this key, if there is one. */
  public static Optional<Relation> of(String key) {
    return Stream.of(values()).filter(relation -> relation.key().equals(key)).findFirst();
  }
}
