package org.ringbook.search.lookup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.apimap.FalseFriend;

/** The handbook's own map, ready for questions. */
final class HandbookLookup {

  static final ApiMap MAP =
      ApiMapReader.read(
              Path.of(System.getProperty("ringbook.root", "..")).resolve("volumes/api-map"))
          .map();

  static final Lookup LOOKUP = new Lookup(MAP);

  /** Every name in a right place. */
  static final List<String> RIGHT = List.copyOf(MAP.names());

  /** Every name that some concept warns of. */
  static final List<String> WRONG =
      MAP.concepts()
          .flatMap(concept -> concept.falseFriends().stream())
          .map(FalseFriend::name)
          .distinct()
          .toList();

  private static final Set<String> RIGHT_FOLDED =
      RIGHT.stream().map(HandbookLookup::fold).collect(Collectors.toCollection(TreeSet::new));

  private HandbookLookup() {}

  static boolean isRight(String name) {
    return RIGHT_FOLDED.contains(fold(name));
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
