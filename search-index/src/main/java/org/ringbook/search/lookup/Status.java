package org.ringbook.search.lookup;

/** How much an answer is worth. */
public enum Status {
  /** The name stands in the map as a right answer, or a concept is called so. */
  FOUND("found"),
  /** The map knows the name, and knows that it is wrong. */
  FALSE_FRIEND("falseFriend"),
  /** The map does not know the name, but some that are near. */
  SUGGESTION("suggestion"),
  /** Nothing is near. */
  NONE("none");

  private final String key;

  Status(String key) {
    this.key = key;
  }

  /** As JSON has it: {@code found}, {@code falseFriend}, {@code suggestion} or {@code none}. */
  public String key() {
    return key;
  }
}
