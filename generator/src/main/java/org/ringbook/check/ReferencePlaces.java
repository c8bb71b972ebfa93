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

  /** 1-based lines that refer to a target as a page links it, or line 0 where none does. */
  static List<Integer> lines(String text, String target) {
    return matching(text, reference(target));
  }

  /** 1-based lines that give something this id, or line 0 where none does. */
  static List<Integer> definitions(String text, String id) {
    String name = Pattern.quote(id) + "(?![\\w-])";
    return matching(
        text, Pattern.compile("\\[\\[+" + name + "|\\[[^\\]]*#" + name + "|\\bid=\"?" + name));
  }

  private static List<Integer> matching(String text, Pattern wanted) {
    List<String> lines = text.lines().toList();
    List<Integer> found =
        IntStream.range(0, lines.size())
            .filter(i -> wanted.matcher(lines.get(i)).find())
            .mapToObj(i -> i + 1)
            .toList();
    return found.isEmpty() ? List.of(0) : found;
  }

  private static Pattern reference(String target) {
    int hash = target.indexOf('#');
    String page = hash < 0 ? target : target.substring(0, hash);
    String name = page.replaceFirst(".*/", "").replaceFirst("\\.html$", "");
    String file =
        page.isEmpty() ? "" : "(?:[^\\s\\[,>]*/)?" + Pattern.quote(name) + "(?:\\.adoc|\\.html)?";
    String anchor =
        hash < 0 ? "(?![\\w.#-])" : "#?" + Pattern.quote(target.substring(hash + 1)) + "(?![\\w-])";
    return Pattern.compile(
        "(?:<<|xref:|link:|image::?|video::|audio::|\"|https?:)" + file + anchor);
  }
}
