package org.ringbook.search.query;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.ringbook.search.document.Kind;

/**
 * By what the matching documents can be narrowed. The kinds are counted among the wanted volumes
 * and the volumes among the wanted kinds, so that each number says what choosing it would show.
 *
 * @param kinds how many documents of each kind, those without any left out
 * @param volumes how many documents in each volume, by slug; what is in no volume is not counted
 */
public record Facets(SortedMap<Kind, Integer> kinds, SortedMap<String, Integer> volumes) {

  public Facets {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
  }

  static Facets of(
      Collection<Integer> matching, SearchRequest request, Searching.Documents documents) {
    IntFunction<Kind> kind = documents::kind;
    IntFunction<String> volume = documents::volume;
    SortedMap<Kind, Integer> kinds = new TreeMap<>();
    SortedMap<String, Integer> volumes = new TreeMap<>();
    for (int doc : matching) {
      if (request.wantsVolume(volume.apply(doc))) {
        kinds.merge(kind.apply(doc), 1, Integer::sum);
      }
      if (request.wants(kind.apply(doc)) && !volume.apply(doc).isEmpty()) {
        volumes.merge(volume.apply(doc), 1, Integer::sum);
      }
    }
    return new Facets(kinds, volumes);
  }
}
