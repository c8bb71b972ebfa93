package org.ringbook.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A finished site in memory.
 *
 * @param files bytes of every file by its path relative to the site's root; the arrays must not be
 *     changed
 */
public record Site(SortedMap<String, byte[]> files) {

  public Site {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** This site with more files; a file of the same name is replaced. */
  public Site with(SortedMap<String, byte[]> more) {
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.putAll(more);
    return new Site(all);
  }

  /** This site with one more file. */
  public Site with(String path, byte[] contents) {
    SortedMap<String, byte[]> one = new TreeMap<>();
    one.put(path, contents);
    return with(one);
  }
}
