package org.ringbook.render.page;

import java.util.List;

/**
 * A name and where the book mentions it.
 *
 * @param name as code has it
 * @param url of the page that is about it, or an empty string
 * @param mentions the sections, in reading order
 */
public record SymbolLine(String name, String url, List<Link> mentions) {
  public SymbolLine {
    mentions = List.copyOf(mentions);
  }
}
