package org.ringbook.model;

import java.util.Comparator;

/**
 * Where something stands: a file of the book and a line in it.
 *
 * @param file path relative to the book's root, with forward slashes
 * @param line 1-based line, or 0 for the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingInt(Place::line);

  public Place {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " of " + file);
    }
  }

  /** The whole file. */
  public static Place of(String file) {
    return new Place(file, 0);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}, or the file alone, as editors and terminals turn into a link. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
