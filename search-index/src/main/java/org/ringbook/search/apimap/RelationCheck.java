package org.ringbook.search.apimap;

import java.util.Map;

/** Does the relation of a concept fit its columns? It is judged by people, and checked here. */
final class RelationCheck {

  /** A concept that fewer systems lack has counterparts, and is no porting exception. */
  private static final int MISSING_AT_LEAST = 2;

  private RelationCheck() {}

  static void check(YamlMap yaml, Relation relation, Map<Os, OsColumn> columns) {
    long missing = columns.values().stream().filter(RelationCheck::isMissing).count();
    boolean onlyLinux =
        columns.values().stream()
            .filter(column -> column.os() != Os.LINUX)
            .allMatch(RelationCheck::isMissing);
    if (relation == Relation.EXCEPTION && missing < MISSING_AT_LEAST) {
      String said = "an exception is missing on two systems at least, this one on " + missing;
      report(yaml, said, "choose another relation");
    } else if (relation != Relation.EXCEPTION && onlyLinux && !columns.isEmpty()) {
      String said = "nothing outside Linux does this, and the relation is " + relation.key();
      report(yaml, said, "make it an exception");
    }
  }

  /** Said to be missing; a column that is broken says nothing. */
  private static boolean isMissing(OsColumn column) {
    return column.none() && !column.reason().isEmpty();
  }

  private static void report(YamlMap yaml, String title, String hint) {
    yaml.add("api-wrong-relation", yaml.line("relation"), title, hint);
  }
}
