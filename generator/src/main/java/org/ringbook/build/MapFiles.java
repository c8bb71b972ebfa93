package org.ringbook.build;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.interchange.MapJson;
import org.ringbook.search.interchange.SymbolInventory;

/** The API map for other programs, as files of the site. */
final class MapFiles {

  /** Inventories carry a version; the site is rolling, and links to it name none. */
  private static final String VERSION = "1.0";

  private MapFiles() {}

  /** None for a book without a map. */
  static SortedMap<String, byte[]> of(ApiMap map, String title) {
    if (map.categories().isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("api-map.json", MapJson.of(map, ConceptAddress::of));
    files.put("symbols.inv", SymbolInventory.of(map, ConceptAddress::of, title, VERSION));
    return files;
  }
}
