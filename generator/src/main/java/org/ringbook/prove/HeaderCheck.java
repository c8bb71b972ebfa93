package org.ringbook.prove;

import java.util.Set;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * Checks that an example can be run by everyone: with the right JDK, and from nothing but the
 * book's own sources.
 */
final class HeaderCheck {

  private static final Set<String> ALLOWED = Set.of("JAVA", "DESCRIPTION", "SOURCES", "READS");

  private final Problems problems;

  HeaderCheck(Problems problems) {
    this.problems = problems;
  }

  void check(String file, ExampleHeader header) {
    for (ExampleHeader.Directive directive : header.directives()) {
      if (!ALLOWED.contains(directive.name())) {
        problems.error(
            "example-header",
            new Place(file, directive.line()),
            "//" + directive.name() + " is not allowed in an example",
            "an example needs the JDK and the book's own files only: //JAVA, //DESCRIPTION,"
                + " //SOURCES and //READS");
      }
    }
    require(file, header, "JAVA", "write //JAVA 25+, so that JBang takes a JDK that can run it");
    require(file, header, "DESCRIPTION", "say in a line what it shows: //DESCRIPTION Shows …");
  }

  private void require(String file, ExampleHeader header, String name, String hint) {
    if (header.first(name).isEmpty()) {
      problems.error("example-header", Place.of(file), "the example has no //" + name, hint);
    }
  }
}
