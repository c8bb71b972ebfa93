package org.ringbook.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Question;
import org.ringbook.parse.ChapterSession.Request;

/** Reads what stands below {@code == Questions}: blocks with a question as title, folded away. */
final class Questions {

  private static final String TITLE = "Questions";
  private static final Pattern COMMAND =
      Pattern.compile("<code>((?:jbang|(?:\\./)?ringbook|\\./mvnw) [^<]*)</code>");
  private static final Pattern SESSION = Pattern.compile("(?m)^\\$ (.+)$");
  private static final Pattern EXAMPLE = Pattern.compile("data-use=\"(\\d+)\"");

  private Questions() {}

  static List<Question> of(Document document, ChapterSession session) {
    List<Question> questions = new ArrayList<>();
    for (StructuralNode node : document.findBy(Map.of("context", ":section"))) {
      if (node instanceof Section section && TITLE.equals(section.getTitle())) {
        section.getBlocks().stream()
            .filter(block -> block.getContext().equals("example"))
            .map(block -> question(block, session))
            .forEach(questions::add);
      }
    }
    return questions;
  }

  private static Question question(StructuralNode block, ChapterSession session) {
    Place place = ChapterParser.place(block, session);
    String title = block.getTitle() == null ? "" : block.getTitle().replaceAll("<[^>]*>", "");
    if (title.isBlank() || !block.isOption("collapsible")) {
      session.problems.add(
          Problem.error(
              "question-not-folded",
              place,
              "this is no question with an answer folded away",
              "Write .The question? and [%collapsible] above the block."));
    }
    String html = String.valueOf(block.getContent());
    return new Question(title, Stream.concat(typed(html), shown(html, session)).toList(), place);
  }

  private static Stream<String> typed(String html) {
    return Stream.of(COMMAND, SESSION)
        .flatMap(pattern -> pattern.matcher(html).results())
        .map(found -> found.group(1).strip());
  }

  /** An example in the answer is there with its command. */
  private static Stream<String> shown(String html, ChapterSession session) {
    return EXAMPLE
        .matcher(html)
        .results()
        .map(found -> session.requests.get(Integer.parseInt(found.group(1))))
        .filter(request -> request.kind().equals("example"))
        .map(Request::target)
        .map(id -> "jbang " + id);
  }
}
