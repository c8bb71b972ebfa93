package org.ringbook.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** What readers type, and what answers it, as judged by people who know the book. */
final class JudgedQueries {

  private static final String FILE = "judged-queries.tsv";

  private JudgedQueries() {}

  /**
   * A query with its answers.
   *
   * @param kind exact, part, typo, wrong, heading or question
   * @param half dev, held, fresh or new for questions, otherwise a hyphen
   * @param text as typed
   * @param answers the best first
   */
  record Judged(String kind, String half, String text, List<String> answers) {

    /** Under which line of the table it counts. */
    String row() {
      return half.equals("-") ? kind : kind + " " + half;
    }

    /** Whether a document is one of the answers. */
    boolean accepts(SearchDocument found) {
      return answers.stream().anyMatch(answer -> isThe(answer, found));
    }

    /** Addresses may change; ids of concepts and examples, and sections of pages, stay. */
    private static boolean isThe(String answer, SearchDocument found) {
      String[] parts = answer.split(":", 2);
      String url = found.url();
      return switch (parts[0]) {
        case "api" ->
            found.kind() == Kind.API
                && (url.endsWith("#api-" + parts[1]) || url.equals("api/" + parts[1] + ".html"));
        case "example" -> url.equals("examples/" + parts[1] + ".html");
        case "term" -> url.equals("glossary.html#" + parts[1]);
        case "section" -> found.kind() == Kind.SECTION && url.replace(".html", "").equals(parts[1]);
        default -> throw new IllegalArgumentException("no kind of answer: " + answer);
      };
    }
  }

  static List<Judged> all() throws IOException {
    InputStream file = JudgedQueries.class.getResourceAsStream(FILE);
    try (var lines =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(file, FILE), UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(JudgedQueries::read).toList();
    }
  }

  private static Judged read(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalArgumentException("four columns are needed: " + line);
    }
    return new Judged(
        columns[0], columns[1], columns[2], Stream.of(columns[3].split(" ")).toList());
  }
}
