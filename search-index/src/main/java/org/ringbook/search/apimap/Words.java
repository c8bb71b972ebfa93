package org.ringbook.search.apimap;

import java.util.stream.Stream;

/**
 * What is said of a concept in words; together 20 to 120 of them.
 *
 * @param does what the driver does with it, and what for
 * @param ownership who owns the buffer, memory or handle before and after, and when the call fails
 * @param context where it may be called: interrupt, thread, lock held, IRQL; and who calls whom
 * @param bites the difference that breaks a port made by renaming
 */
public record Words(String does, String ownership, String context, String bites) {

  /** How many words there are in all. */
  public long count() {
    return Stream.of(does, ownership, context, bites)
        .flatMap(text -> Stream.of(text.split("\\s+")))
        .filter(word -> !word.isEmpty())
        .count();
  }
}
