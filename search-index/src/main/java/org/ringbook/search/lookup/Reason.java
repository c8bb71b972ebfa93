package org.ringbook.search.lookup;

import java.util.Locale;

/** Why a concept is in an answer. */
public enum Reason {
  /** It lists or warns of exactly the name that was asked for, but for letter case. */
  NAME,
  /** It is called so: its id or its title. */
  CONCEPT,
  /** The question names a part of one of its names. */
  PART,
  /** One of its names is a slip of the finger away. */
  SPELLING,
  /** The words of the question stand in its title. */
  TITLE;

  /** As JSON has it: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
