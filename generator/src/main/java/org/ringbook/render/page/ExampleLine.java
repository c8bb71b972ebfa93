package org.ringbook.render.page;

import java.util.List;

/**
 * An example in the list of all examples.
 *
 * @param id such as {@code tx-ring-full}
 * @param description one plain line that says what it shows
 * @param url of its page
 * @param usedIn the chapters that show it
 */
public record ExampleLine(String id, String description, String url, List<Link> usedIn) {

  public ExampleLine {
    usedIn = List.copyOf(usedIn);
  }
}
