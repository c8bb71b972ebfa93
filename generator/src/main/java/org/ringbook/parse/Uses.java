package org.ringbook.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Use;
import org.ringbook.parse.ChapterSession.Request;

/** Turns what an author wrote into what a later stage is asked for. */
final class Uses {

  /** {@code api:name[]}. */
  static final String KERNEL_NAME_PATTERN = "\\bapi:([A-Za-z_][\\w.:]*)\\[\\]";

  /** {@code term:id[]} or {@code term:id[shown words]}. */
  static final String TERM_PATTERN = "\\bterm:([a-z0-9][a-z0-9-]*)\\[([^\\]]*)\\]";

  private static final Pattern KERNEL_NAME = Pattern.compile(KERNEL_NAME_PATTERN);
  private static final Pattern TERM = Pattern.compile(TERM_PATTERN);

  private Uses() {}

  static Use of(Request request, Place place, List<Problem> problems) {
    return switch (request.kind()) {
      case "example" -> new Use.ExampleUse(request.target(), tags(request), place);
      case "layout" -> new Use.BitLayoutUse(request.target(), caption(request), place);
      case "api-table" -> new Use.ApiTableUse(request.target(), place);
      case "diagram" -> diagram(request, place, problems);
      case "plot" -> PlotMacro.read(request, place, problems);
      default -> throw new IllegalStateException("no such request: " + request.kind());
    };
  }

  /**
   * Names of kernel calls and terms in running text; AsciiDoc tells no line of them, so they are
   * read here.
   */
  static List<Use> inline(String text, ChapterSession session) {
    List<Use> uses = new ArrayList<>(inline(text, session.root.relative(session.file)));
    session.included.stream()
        .filter(part -> part.origin().endsWith(".adoc"))
        .forEach(part -> uses.addAll(inline(part.text(), part.origin())));
    return uses;
  }

  private static List<Use> inline(String text, String file) {
    List<Use> uses = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      Place place = new Place(file, ++number);
      KERNEL_NAME
          .matcher(line)
          .results()
          .forEach(name -> uses.add(new Use.KernelNameUse(name.group(1), place)));
      TERM.matcher(line).results().forEach(term -> uses.add(new Use.TermUse(term.group(1), place)));
    }
    return uses;
  }

  private static Use diagram(Request request, Place place, List<Problem> problems) {
    String alt = request.attribute("alt");
    if (alt.isBlank()) {
      problems.add(
          Problem.error(
              "no-text-alternative",
              place,
              "diagram without a text alternative",
              "Say in alt=\"…\" what a reader who doesn't see it must know."));
    }
    if (request.text().isBlank()) {
      problems.add(
          Problem.error(
              "empty-diagram", place, "this diagram has no text", "Write what it draws."));
    }
    return new Use.DiagramUse(request.target(), request.text(), alt, caption(request), place);
  }

  private static String caption(Request request) {
    String title = request.attribute("title");
    return title.isEmpty() ? request.attribute("caption") : title;
  }

  private static List<String> tags(Request request) {
    return Stream.of("tag", "tags")
        .flatMap(name -> Stream.of(request.attribute(name).split("[;,]", -1)))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }
}
