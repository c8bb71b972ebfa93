package org.ringbook.model;

import java.util.List;

/**
 * A question at the end of a chapter, with what a reader runs to see the answer.
 *
 * @param words the question as plain text
 * @param commands in its answer, such as {@code jbang tx-ring-full}; none where it only tells
 * @param place of the question
 */
public record Question(String words, List<String> commands, Place place) {

  public Question {
    commands = List.copyOf(commands);
  }
}
