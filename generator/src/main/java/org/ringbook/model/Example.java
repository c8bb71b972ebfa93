package org.ringbook.model;

import java.util.Map;

/**
 * An example whose run this build has seen.
 *
 * @param id such as {@code tx-ring-full}
 * @param file relative to the book's root
 * @param description one line that says what it shows
 * @param source the whole file, header lines included
 * @param regions the lines of each tagged region, by tag, without the tag lines and with common
 *     indentation removed
 * @param body the file without header lines, tag lines and leading blank lines
 * @param output what it printed in this build, exactly
 */
public record Example(
    String id,
    String file,
    String description,
    String source,
    Map<String, String> regions,
    String body,
    String output) {

  public Example {
    regions = Map.copyOf(regions);
  }
}
