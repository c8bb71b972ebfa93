package org.ringbook.parse;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.ringbook.model.NearestName;
import org.ringbook.model.Problem;

/** Asciidoctor prints a block macro with a misspelt name as text, and says nothing. */
final class UnknownMacros {

  private static final List<String> KNOWN =
      List.of("example", "layout", "api-table", "plot", "image", "include", "toc");
  private static final Pattern MACRO = Pattern.compile("([a-z][\\w-]*)::(\\S*)\\[.*\\]?");

  private UnknownMacros() {}

  static void check(Document document, ChapterSession session) {
    for (StructuralNode node : document.findBy(Map.of("context", ":paragraph"))) {
      if (node instanceof Block block && !block.getLines().isEmpty()) {
        Matcher macro = MACRO.matcher(block.getLines().getFirst());
        if (macro.matches()) {
          session.problems.add(
              Problem.error(
                  "unknown-macro",
                  ChapterParser.place(block, session),
                  "no macro " + macro.group(1) + "::" + macro.group(2) + "[]",
                  NearestName.hint(macro.group(1), KNOWN)));
        }
      }
    }
  }
}
