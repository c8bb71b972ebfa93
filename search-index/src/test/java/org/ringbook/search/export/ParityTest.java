package org.ringbook.search.export;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.analysis.Token;
import org.ringbook.search.analysis.Word;
import org.ringbook.search.analysis.Words;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;
import org.ringbook.search.query.Tier;

/** The engine of the browser and Lucene give the same answers, excerpts and marks included. */
class ParityTest {

  private static final double SCORE_TOLERANCE = 1e-5;

  /** Whole names, half-typed and mistyped ones, questions, and what nobody should type. */
  static final List<String> QUERIES =
      List.of(
          "dma_mapping_error",
          "DMA_MAPPING_ERROR()",
          "if_rss_set_key",
          "if_rss_set_kye",
          "how is the key of the receive hash set",
          "tx-ring-full",
          "TxRingFull",
          "tx ring full",
          "Fills a ring of eight",
          "completion: who frees the buffer",
          "the",
          "The",
          "what is the",
          "mapping error",
          "error mapping",
          "dma_map",
          "dma_map_",
          "dma_map_si",
          "bus_dma_allo",
          "napi_compl",
          "napi",
          "nap",
          "na",
          "n",
          "ring",
          "rin",
          "rings",
          "doorbell ring",
          "trasmit ring",
          "recieve",
          "descritpor",
          "napi_complte_queue",
          "dma_map_singel",
          "zzzzzz",
          "interupt coalesing",
          "82599",
          "82598",
          "P-01",
          "MSI-X",
          "msix",
          "IPv4",
          "pcie",
          "8 us",
          "8 µs",
          "naive",
          "NAÏVE émile",
          "TxRing::submit",
          "txring",
          "MapRing",
          "mapring",
          "who frees the buffer when the link goes down?",
          "how do I map a page on FreeBSD",
          "receive steering hash indirection table key",
          "write-back",
          "write back",
          "writeback",
          "if",
          "if_",
          "if_attach",
          "queueing queued queues",
          "checksum offload segmentation packet",
          "",
          " ",
          "\t\n\0\u0007",
          "_",
          "___",
          "-",
          "::",
          "a::b",
          "+ring -title:doorbell~2 AND (OR",
          "\"dma map\"^4 *:*",
          "<script>alert(1)</script>",
          "<b>Bold</b>",
          "&amp; \" ' \\ / %00",
          "ring ring ring ring",
          "x".repeat(90),
          "ring " + "x".repeat(10_000),
          "ring doorbell ".repeat(800),
          "a".repeat(199) + "𝄞",
          "𝄞 doorbell",
          "ﬁlter ＤＭＡ",
          "Σίσυφος",
          "link state queue budget timer stats filter chain cookie handle vector page tag error one"
              + " two three four five");

  private final Path dir;

  ParityTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void needsNode() {
    assumeTrue(NodeEngine.isInstalled(), "SKIPPED: no node on the PATH, parity is not tested");
  }

  @Test
  void sameHitsScoresAndExcerptsAsLucene() throws IOException {
    SearchIndex.build(Corpus.ofSize(400), dir.resolve("lucene"));
    try (var index = SearchIndex.open(dir.resolve("lucene"))) {
      var expected = new ArrayList<List<String>>();
      Set<Tier> tiers = EnumSet.noneOf(Tier.class);
      for (String query : QUERIES) {
        SearchResult result = index.search(SearchRequest.of(query));
        expected.addAll(lines(result));
        result.hits().forEach(hit -> tiers.add(hit.tier()));
      }
      var engine = NodeEngine.over(BrowserExport.files(index), dir.resolve("site"));
      assertSame(expected, engine.run("search-all.js", QUERIES));
      assertEquals(EnumSet.allOf(Tier.class), tiers, "tiers that the queries reach");
    }
  }

  @Test
  void sameTermsForEveryCharacterThereIs() throws IOException {
    var texts = new ArrayList<String>();
    for (int c = 0; c < Character.MIN_SURROGATE; c++) {
      texts.add("aB" + (char) c + "Cd1" + (char) c);
    }
    for (int c = Character.MAX_SURROGATE + 1; c <= Character.MAX_VALUE; c++) {
      texts.add("aB" + (char) c + "Cd1" + (char) c);
    }
    assertSameTerms(texts);
  }

  @Test
  void sameTermsForTextsOfTheHandbook() throws IOException {
    assertSameTerms(Corpus.ofSize(200).stream().map(d -> d.title() + " " + d.text()).toList());
  }

  private void assertSameTerms(List<String> texts) throws IOException {
    SearchIndex.build(Corpus.ofSize(8), dir.resolve("lucene"));
    try (var index = SearchIndex.open(dir.resolve("lucene"))) {
      var engine = NodeEngine.over(BrowserExport.files(index), dir.resolve("site"));
      List<List<String>> actual = engine.run("words-of-all.js", texts);
      List<List<String>> expected = texts.stream().flatMap(t -> terms(t).stream()).toList();
      assertEquals(expected.size(), actual.size());
      for (int i = 0; i < expected.size(); i++) {
        assertEquals(expected.get(i), actual.get(i));
      }
    }
  }

  private static List<List<String>> terms(String text) {
    var lines = new ArrayList<List<String>>();
    List<Word> words = Words.of(text);
    lines.add(List.of("text", String.valueOf(words.size())));
    for (Word word : words) {
      for (Token token : word.tokens()) {
        lines.add(
            List.of(
                word.folded(),
                String.valueOf(word.isStopWord()),
                token.text(),
                String.valueOf(token.start()),
                String.valueOf(token.end())));
      }
    }
    return lines;
  }

  private static List<List<String>> lines(SearchResult result) {
    var lines = new ArrayList<List<String>>();
    lines.add(
        List.of(
            "query",
            result.query(),
            String.valueOf(result.total()),
            String.valueOf(result.hits().size())));
    result.hits().forEach(hit -> lines.add(line(hit)));
    return lines;
  }

  private static List<String> line(Hit hit) {
    String marks =
        hit.excerpt().marks().stream()
            .map(mark -> mark.start() + "-" + mark.end())
            .collect(Collectors.joining(" "));
    return List.of(
        "hit",
        String.valueOf(hit.rank()),
        hit.tier().label(),
        hit.document().kind().label(),
        hit.document().key(),
        hit.document().title(),
        hit.document().url(),
        hit.document().breadcrumb(),
        hit.excerpt().text(),
        marks,
        String.valueOf(hit.score()));
  }

  private static void assertSame(List<List<String>> expected, List<List<String>> actual) {
    assertEquals(expected.size(), actual.size(), "lines");
    assertAll(
        IntStream.range(0, expected.size())
            .mapToObj(i -> () -> assertSameLine(expected.get(i), actual.get(i))));
  }

  private static void assertSameLine(List<String> expected, List<String> actual) {
    int score = expected.getFirst().equals("hit") ? expected.size() - 1 : expected.size();
    assertEquals(expected.subList(0, score), actual.subList(0, score));
    if (score < expected.size()) {
      double difference =
          Double.parseDouble(expected.get(score)) - Double.parseDouble(actual.get(score));
      assertTrue(Math.abs(difference) <= SCORE_TOLERANCE, () -> expected + " but was " + actual);
    }
  }
}
