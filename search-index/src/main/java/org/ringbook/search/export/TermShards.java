package org.ringbook.search.export;

import java.util.ArrayList;
import java.util.List;

/**
 * The postings, cut into shards of neighbouring terms. A query fetches one shard for each of its
 * terms, and a half-typed term those in which its completions are, mostly the same one.
 *
 * @param starts where each shard begins: as much of its first term as tells it from the term before
 * @param shards their packed postings
 */
record TermShards(List<String> starts, List<String> shards) {

  /** Shards are closed once they are this long, in characters: some 700 bytes under gzip. */
  private static final int FULL = 600;

  static TermShards of(List<TermPostings> terms) {
    var result = new TermShards(new ArrayList<>(), new ArrayList<>());
    var packed = new Packed();
    String last = "";
    for (TermPostings term : terms) {
      if (packed.length() == 0) {
        result.starts.add(start(last, term.term()));
      }
      last = term.term();
      term.write(packed);
      if (packed.length() >= FULL) {
        result.shards.add(packed.toString());
        packed = new Packed();
      }
    }
    if (packed.length() > 0 || terms.isEmpty()) {
      result.shards.add(packed.toString());
    }
    return result;
  }

  /** The shortest start of a term that sorts behind the term before it. */
  private static String start(String last, String term) {
    int length = 0;
    while (length < term.length() && term.substring(0, length).compareTo(last) <= 0) {
      length++;
    }
    return term.substring(0, length);
  }
}
