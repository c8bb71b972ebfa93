package org.ringbook.search.interchange;

import java.util.Locale;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;

/**
 * One line of the inventory.
 *
 * @param name without blanks, as references write it
 * @param role domain and object type, such as {@code c:function}
 * @param priority 1 as a rule, -1 to keep it out of a reader's own search
 * @param url relative to the site's root
 * @param label that references show, or the name itself
 */
record Symbol(String name, String role, int priority, String url, String label) {

  static Symbol of(Evidence evidence, String url) {
    String name = evidence.symbol();
    return new Symbol(name, role(evidence), 1, url, name);
  }

  /** The page of a concept, for {@code :ref:}. */
  static Symbol of(Concept concept, String url) {
    return new Symbol(concept.anchor(), "std:label", -1, url, concept.title());
  }

  /**
   * As the file has it: {@code $} stands for the name at the end of an address, a hyphen for a
   * label that is the name.
   */
  String line() {
    String address =
        url.endsWith(name) ? url.substring(0, url.length() - name.length()) + "$" : url;
    String shown = label.equals(name) ? "-" : label;
    return String.join(" ", name, role, Integer.toString(priority), address, shown) + "\n";
  }

  /** Object types of Sphinx' C domain; methods of the book's own classes are Java's. */
  private static String role(Evidence evidence) {
    return switch (evidence.kind()) {
      case "function" -> "c:function";
      case "struct" -> "c:struct";
      case "member" -> "c:member";
      case "method" -> "java:method";
      case "callback" -> callback(evidence);
      default -> "c:macro";
    };
  }

  /** Windows declares a function type for each; BSD makes a macro; elsewhere it is a member. */
  private static String callback(Evidence evidence) {
    if (evidence.os() == Os.WINDOWS) {
      return "c:type";
    }
    String name = evidence.symbol();
    return name.equals(name.toUpperCase(Locale.ROOT)) ? "c:macro" : "c:member";
  }
}
