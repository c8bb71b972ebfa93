package org.ringbook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.source.BookRoot;
import org.ringbook.source.IoReason;
import org.ringbook.source.YamlNode;

/**
 * Reads {@code questions.yaml}: what readers ask in their own words, and what answers it. A search
 * for such words then finds the answer, whose title may have none of them.
 */
public final class ReaderQuestions {

  private final Map<String, SearchDocument> byAnswer = new HashMap<>();
  private final Map<String, List<String>> asked = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Problems problems;

  private ReaderQuestions(List<SearchDocument> documents, Problems problems) {
    documents.forEach(document -> byAnswer.put(answer(document.url()), document));
    this.problems = problems;
  }

  /**
   * The documents, each with the questions that it answers.
   *
   * @param file may be absent: then nobody asks anything
   */
  public static List<SearchDocument> ask(
      List<SearchDocument> documents, BookRoot root, Path file, Problems problems) {
    if (!Files.exists(file)) {
      return documents;
    }
    var questions = new ReaderQuestions(documents, problems);
    String name = root.relative(file);
    try {
      YamlNode.parse(name, Files.readString(file), problems).ifPresent(questions::read);
    } catch (IOException e) {
      String title = "the questions can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(name), title, "Write them in UTF-8.");
    }
    return documents.stream().map(questions::asked).toList();
  }

  private SearchDocument asked(SearchDocument document) {
    List<String> questions = asked.get(document.key());
    return questions == null ? document : document.answering(questions);
  }

  private void read(YamlNode file) {
    file.allow(Set.of("questions"));
    file.requiredItems("questions").forEach(this::question);
  }

  private void question(YamlNode node) {
    node.allow(Set.of("ask", "answer"));
    String ask = node.required("ask");
    String answer = node.required("answer");
    Place first = places.putIfAbsent(ask.toLowerCase(Locale.ROOT), node.place());
    if (first != null && !ask.isEmpty()) {
      problems.error("duplicate-question", node.place(), "asked twice: " + ask, "At " + first);
    }
    SearchDocument document = byAnswer.get(answer);
    if (document != null) {
      asked.computeIfAbsent(document.key(), key -> new ArrayList<>()).add(ask);
    } else if (!answer.isEmpty()) {
      String title = "nothing in the book is called " + answer;
      problems.error("unknown-answer", node.place(), title, hint(answer));
    }
  }

  private String hint(String answer) {
    return NearestName.of(answer, byAnswer.keySet())
        .map(near -> "Did you mean " + near + "?")
        .orElse("Write volume/chapter#section, api:concept, example:id or mistakes#id.");
  }

  /** How the file names what is at an address: without file types, and by kind where it has one. */
  private static String answer(String url) {
    String plain = url.replaceFirst("\\.html(#|$)", "$1");
    return plain
        .replaceFirst("^examples/", "example:")
        .replaceFirst("^" + ConceptAddress.FOLDER, "api:");
  }
}
