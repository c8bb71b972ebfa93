package org.ringbook.model;

import java.util.List;

/**
 * One chapter, parsed but not yet proven: its HTML has a placeholder for everything that a proof
 * must supply.
 *
 * @param slug file name on the site without its ending, unique in the whole book
 * @param number as printed, such as {@code 1.3}
 * @param title the document title as HTML
 * @param topics ids of the topics that it covers
 * @param source the AsciiDoc file, relative to the book's root
 * @param html the converted body; an element {@code <div data-use="n"></div>} stands for use n
 * @param uses what the placeholders stand for, in order
 * @param listings every block of source code in it, in order
 * @param questions that it ends with
 */
public record Chapter(
    String slug,
    String number,
    String title,
    List<String> topics,
    String source,
    String html,
    List<Use> uses,
    List<Listing> listings,
    List<Question> questions) {

  public Chapter {
    topics = List.copyOf(topics);
    uses = List.copyOf(uses);
    listings = List.copyOf(listings);
    questions = List.copyOf(questions);
  }
}
