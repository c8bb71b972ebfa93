package org.ringbook.render;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.ringbook.model.Problems;

/**
 * Finished chapters of earlier builds. A chapter is finished anew when anything that it is made of
 * differs, or when it had problems, which must be told again.
 */
public final class BodyCache {

  private record Entry(Object madeOf, ChapterBody body) {}

  private final Map<String, Entry> entries = new HashMap<>();

  ChapterBody get(String slug, Object madeOf, Problems problems, Supplier<ChapterBody> finish) {
    Entry kept = entries.get(slug);
    if (kept != null && kept.madeOf().equals(madeOf)) {
      return kept.body();
    }
    int before = problems.sorted().size();
    ChapterBody body = finish.get();
    if (problems.sorted().size() == before) {
      entries.put(slug, new Entry(madeOf, body));
    }
    return body;
  }
}
