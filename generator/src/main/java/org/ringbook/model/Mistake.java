package org.ringbook.model;

import java.util.List;

/**
 * A mistake that circulates in driver guides, and what is right.
 *
 * @param id kebab-case, unique in the book; the page anchors it
 * @param said what one reads: a wrong sentence, or an order to do the wrong thing
 * @param right the fact, and what goes wrong otherwise
 * @param source where the fact was looked up
 * @param shown where the book shows it; empty where no chapter does yet
 */
public record Mistake(String id, String said, String right, String source, List<Shown> shown) {

  public Mistake {
    shown = List.copyOf(shown);
  }

  /**
   * Mistakes about one subject.
   *
   * @param id kebab-case, unique in the book
   * @param title heading
   * @param mistakes in the order of the page
   */
  public record Group(String id, String title, List<Mistake> mistakes) {
    public Group {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * A part of the book.
   *
   * @param part what kind of part it is
   * @param name slug of the chapter, id of the example, or id of the concept in the API map
   * @param place where it is named
   */
  public record Shown(Part part, String name, Place place) {}

  /** Kinds of parts that show something. */
  public enum Part {
    /** A chapter. */
    CHAPTER,
    /** A runnable example. */
    EXAMPLE,
    /** A concept of the API map. */
    CONCEPT
  }
}
