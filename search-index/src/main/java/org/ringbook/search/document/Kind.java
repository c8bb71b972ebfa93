package org.ringbook.search.document;

import java.util.Locale;

/** What a search document is. */
public enum Kind {
  /** A section of a chapter. */
  SECTION,
  /** An entry of the API map: one concept with its call on each operating system. */
  API,
  /** A runnable example. */
  EXAMPLE,
  /** A glossary entry. */
  TERM;

  /** The name as it stands in JSON and on the command line: {@code section}, {@code api}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
