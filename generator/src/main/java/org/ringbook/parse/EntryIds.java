package org.ringbook.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.YamlNode;

/** Ids of the entries of one file of data: kebab-case, since pages anchor them, and each once. */
final class EntryIds {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Problems problems;
  private final Map<String, Place> seen = new HashMap<>();

  EntryIds(Problems problems) {
    this.problems = problems;
  }

  /** The id of an entry; a missing, malformed or repeated one is a problem. */
  String of(YamlNode entry) {
    String id = entry.required("id");
    if (!id.isEmpty()) {
      check(id, entry.place());
    }
    return id;
  }

  /** A malformed or repeated id is a problem. */
  void check(String id, Place place) {
    if (!KEBAB.matcher(id).matches()) {
      String hint = "Use lower-case letters, digits and single hyphens.";
      problems.error("bad-id", place, "the id " + id + " is not kebab-case", hint);
    }
    Place first = seen.putIfAbsent(id, place);
    if (first != null) {
      problems.error("duplicate-id", place, "the id " + id + " stands twice", "At " + first);
    }
  }
}
