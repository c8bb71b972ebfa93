package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.site.JudgedQueries.Judged;

/** The search of the real book finds what people judge to be the answer. */
class RelevanceTest {

  private static final String ALL_QUESTIONS = "questions";

  /** The least mean reciprocal rank among ten hits, by class of query. */
  private static final Map<String, Double> LEAST =
      Map.of("exact", 0.98, "part", 0.95, "typo", 0.95, "wrong", 0.95, "heading", 0.98);

  /**
   * Questions, all together and by their parts: {@code held}, {@code fresh} and {@code new} were
   * each written without sight of the search, and measured before anybody looked at what failed.
   */
  private static final Map<String, Double> LEAST_QUESTIONS =
      Map.of(
          ALL_QUESTIONS,
          0.85,
          "question dev",
          0.88,
          "question held",
          0.78,
          "question fresh",
          0.85,
          "question new",
          0.8);

  private record Row(String name, int queries, double mrr) {
    @Override
    public String toString() {
      return "%-14s %4d  %.3f".formatted(name, queries, mrr);
    }
  }

  @Test
  void theBestAnswersStandFirst() throws IOException {
    var ranks = new TreeMap<String, List<Double>>();
    var misses = new ArrayList<String>();
    try (var index = SearchIndex.open(BuiltSite.INDEX)) {
      for (Judged judged : JudgedQueries.all()) {
        double rank = reciprocalRank(index, judged);
        for (String row : rows(judged)) {
          ranks.computeIfAbsent(row, r -> new ArrayList<>()).add(rank);
        }
        if (rank < 1) {
          misses.add("%.2f  %-14s %s".formatted(rank, judged.row(), judged.text()));
        }
      }
    }
    List<Row> rows = ranks.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    String table = table(rows, misses);
    System.out.println(table);
    assertAll(rows.stream().map(row -> () -> assertTrue(row.mrr() >= least(row), table)));
  }

  @Test
  void everyAnswerIsInTheBook() throws IOException {
    var lost = new ArrayList<String>();
    try (var index = SearchIndex.open(BuiltSite.INDEX)) {
      List<SearchDocument> documents = new ArrayList<>();
      for (int number = 0; number < index.size(); number++) {
        documents.add(index.document(number));
      }
      for (Judged judged : JudgedQueries.all()) {
        for (String answer : judged.answers()) {
          var alone = new Judged(judged.kind(), judged.half(), judged.text(), List.of(answer));
          if (documents.stream().noneMatch(alone::accepts)) {
            lost.add(answer + " of " + judged.text());
          }
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void theSetIsLargeAndHasNoQueryTwice() throws IOException {
    List<Judged> all = JudgedQueries.all();
    assertTrue(all.size() >= 330, () -> "queries: " + all.size());
    assertEquals(all.size(), new HashSet<>(all.stream().map(Judged::text).toList()).size());
    assertTrue(all.stream().allMatch(j -> !j.answers().isEmpty() && j.answers().size() <= 8));
    for (String name : Stream.concat(LEAST.keySet().stream(), Stream.of("question")).toList()) {
      assertTrue(all.stream().filter(j -> j.kind().equals(name)).count() >= 30, name);
    }
  }

  private static List<String> rows(Judged judged) {
    return judged.half().equals("-") ? List.of(judged.row()) : List.of(judged.row(), ALL_QUESTIONS);
  }

  private static double least(Row row) {
    return LEAST.getOrDefault(row.name(), LEAST_QUESTIONS.getOrDefault(row.name(), 1.0));
  }

  private static double reciprocalRank(SearchIndex index, Judged judged) throws IOException {
    for (Hit hit : index.search(SearchRequest.of(judged.text())).hits()) {
      if (judged.accepts(hit.document())) {
        return 1.0 / hit.rank();
      }
    }
    return 0;
  }

  private static Row row(String name, List<Double> ranks) {
    double sum = ranks.stream().mapToDouble(Double::doubleValue).sum();
    return new Row(name, ranks.size(), sum / ranks.size());
  }

  private static String table(List<Row> rows, List<String> misses) {
    var table =
        new StringBuilder(String.format(Locale.ROOT, "%n%-14s %4s  MRR@10%n", "class", "n"));
    rows.forEach(row -> table.append(row).append(System.lineSeparator()));
    misses.forEach(miss -> table.append("  ").append(miss).append(System.lineSeparator()));
    return table.toString();
  }
}
