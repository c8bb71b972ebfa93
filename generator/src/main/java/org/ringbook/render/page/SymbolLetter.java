package org.ringbook.render.page;

import java.util.List;

/**
 * Names that begin with one letter.
 *
 * @param id its anchor
 * @param letter in capitals
 * @param symbols in alphabetical order
 */
public record SymbolLetter(String id, String letter, List<SymbolLine> symbols) {
  public SymbolLetter {
    symbols = List.copyOf(symbols);
  }
}
