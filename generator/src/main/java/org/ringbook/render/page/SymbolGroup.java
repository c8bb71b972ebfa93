package org.ringbook.render.page;

import java.util.List;

/**
 * Names of one system, or types of the book's own code.
 *
 * @param id the heading's anchor
 * @param title the heading
 * @param letters the names by their first letters
 */
public record SymbolGroup(String id, String title, List<SymbolLetter> letters) {
  public SymbolGroup {
    letters = List.copyOf(letters);
  }
}
