package org.ringbook.search.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names in a page of Windows' driver documentation. A file such as {@code
 * nf-ndis-ndismregisterinterruptex.md} is the page of one function (nf), structure (ns),
 * enumeration (ne), callback (nc) or macro (nf); members and enumerators have a {@code -field}
 * heading in the page of their type.
 */
final class DocPage {

  private static final Pattern FIELD = Pattern.compile("(?m)^#+ -field (?:\\w+\\.)*(\\w+)");
  private static final Pattern PAGE = Pattern.compile("n[a-z]-[^-]+-_?(.+)\\.md");

  private DocPage() {}

  /** True of the pages that the documentation keeps for each name. */
  static boolean isPage(String file) {
    return PAGE.matcher(file).matches();
  }

  /**
   * Names that the page is about.
   *
   * @param file its name without folders
   */
  static List<Declared> of(String file, String text, Set<String> wanted) {
    List<Declared> found = new ArrayList<>();
    Matcher page = PAGE.matcher(file);
    if (page.matches()) {
      wanted.stream()
          .filter(name -> name.toLowerCase(Locale.ROOT).equals(page.group(1)))
          .forEach(name -> found.add(new Declared(name, Shape.FUNCTION, 1)));
    }
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      if (wanted.contains(field.group(1))) {
        found.add(new Declared(field.group(1), Shape.MEMBER, Lines.at(text, field.start())));
      }
    }
    return found;
  }

  /** The first line that has the name as a word; 0 if none has. */
  static int mention(String name, String text) {
    Matcher word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text);
    return word.find() ? Lines.at(text, word.start()) : 0;
  }
}
