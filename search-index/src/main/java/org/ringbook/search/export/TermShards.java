package org.ringbook.search.export;

import java.util.ArrayList;
import java.util.List;

/**
 * The postings, cut into shards of neighbouring terms. A query fetches one shard for each of its
 * terms, and a half-typed term those in which its completions are, mostly the same one.
 *
 * @param firstTerms the first term of each shard
 * @param shards their packed postings
 */
record TermShards(List<String> firstTerms, List<String> shards) {

  /** Shards are closed once they are this long, in characters: some 700 bytes under gzip. */
  private static final int FULL = 600;

  static TermShards of(List<TermPostings> terms) {
    var result = new TermShards(new ArrayList<>(), new ArrayList<>());
    var packed = new Packed();
    for (TermPostings term : terms) {
      if (packed.length() == 0) {
        result.firstTerms.add(term.term());
      }
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
}
