package org.ringbook.search.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * What travels over the wire: bytes of each file under gzip.
 *
 * @param zipped by path
 */
record Sizes(SortedMap<String, Integer> zipped) {

  static Sizes of(Map<String, byte[]> files) {
    var zipped = new TreeMap<String, Integer>();
    files.forEach((name, bytes) -> zipped.put(name, zip(bytes)));
    return new Sizes(zipped);
  }

  int upFront() {
    return zipped.getOrDefault(BrowserExport.UP_FRONT, 0);
  }

  /** The largest of the files whose name starts so. */
  int largest(String start) {
    return zipped.entrySet().stream()
        .filter(file -> file.getKey().startsWith(BrowserExport.FOLDER + start))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }

  private static int zip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.size();
  }

  @Override
  public String toString() {
    return "gzipped bytes: up front %d, engine %d; largest terms %d, text %d, words %d; all %d"
        .formatted(
            upFront(),
            zipped.getOrDefault(BrowserExport.ENGINE, 0),
            largest("terms-"),
            largest("text-"),
            largest("words-"),
            zipped.values().stream().mapToInt(Integer::intValue).sum());
  }
}
