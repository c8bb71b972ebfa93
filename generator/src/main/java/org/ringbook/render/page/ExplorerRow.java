package org.ringbook.render.page;

import java.util.List;
import org.ringbook.render.api.ConceptMap;

/**
 * A concept as the explorer lists it.
 *
 * @param id of the concept
 * @param title plain text
 * @param url of its page
 * @param relation how far the systems' calls correspond
 * @param cells one for each system, in the order of the columns
 * @param more names that belong to it and stand in no cell, for the filter
 * @param wrong names that mislead, for the filter
 */
public record ExplorerRow(
    String id,
    String title,
    String url,
    ConceptMap.Term relation,
    List<Cell> cells,
    List<String> more,
    List<String> wrong) {

  public ExplorerRow {
    cells = List.copyOf(cells);
    more = List.copyOf(more);
    wrong = List.copyOf(wrong);
  }

  /**
   * What one system calls it.
   *
   * @param system the system
   * @param calls the usual way, in order
   * @param none whether the map says that there is no counterpart
   */
  public record Cell(ConceptMap.Term system, List<String> calls, boolean none) {
    public Cell {
      calls = List.copyOf(calls);
    }
  }
}
