package org.ringbook.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the lines of an AsciiDoc file that a link on its page came from: Asciidoctor tells of no
 * place for what is inside a paragraph.
 */
final class ReferencePlaces {

  private ReferencePlaces() {}

  /** 1-based lines that mention the target, or line 0 where none does. */
  static List<Integer> lines(String text, String target) {
    Pattern mention = mention(target);
    List<String> lines = text.lines().toList();
    List<Integer> found =
        IntStream.range(0, lines.size())
            .filter(i -> mention.matcher(lines.get(i)).find())
            .mapToObj(i -> i + 1)
            .toList();
    return found.isEmpty() ? List.of(0) : found;
  }

  private static Pattern mention(String target) {
    int hash = target.indexOf('#');
    String anchor = hash < 0 ? "" : target.substring(hash + 1);
    String page = hash < 0 ? target : target.substring(0, hash);
    String name = page.replaceFirst(".*/", "").replaceFirst("\\.html$", "");
    String file = Pattern.quote(name) + "(\\.adoc|\\.html)?";
    if (page.isEmpty()) {
      return Pattern.compile("(<<|xref:#?|link:#|\\[#|id=)" + Pattern.quote(anchor) + "\\b");
    }
    return hash < 0
        ? Pattern.compile(file)
        : Pattern.compile(file + "#" + Pattern.quote(anchor) + "(?![\\w-])");
  }
}
