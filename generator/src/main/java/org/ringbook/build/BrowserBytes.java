package org.ringbook.build;

import java.util.SortedMap;

/** Counts what a browser loads of the search export before the first query. */
final class BrowserBytes {

  private BrowserBytes() {}

  static int upFront(SortedMap<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(
            file ->
                file.getKey().equals("search/engine.js") || file.getKey().equals("search/index.js"))
        .mapToInt(file -> file.getValue().length)
        .sum();
  }
}
