package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.search.index.SearchIndex;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;
import org.ringbook.search.query.Tier;

/** The search of the finished site, in a browser, answers as the index on the disk does. */
class SearchParityTest extends BrowserCase {

  private static final double SCORE_TOLERANCE = 1e-5;

  private static final List<String> QUERIES =
      List.of(
          // whole names
          "dma_map_single",
          "napi_complete_done",
          "bus_dmamap_load",
          "ddi_dma_addr_bind_handle",
          "NdisMIndicateReceiveNetBufferLists",
          "ExAllocatePool2",
          "tx-ring-full",
          "TxRingFull",
          "DMA_MAP_SINGLE()",
          // half-typed
          "dma_map_si",
          "napi_compl",
          "bus_dma",
          "NdisMIndic",
          "netif_",
          "n",
          "pci_al",
          // misspelt
          "descritpor",
          "trasmit ring",
          "dma_map_singel",
          "napi_complte_done",
          "interupt coalesing",
          "recieve",
          // parts of names
          "complete",
          "mbuf",
          "map single",
          "alloc coherent",
          // several words, questions, topics
          "transmit ring",
          "receive ring replenish",
          "who owns a slot",
          "how do I map a buffer on FreeBSD",
          "polling with a budget",
          "head equals tail",
          "write-back",
          "full is not empty",
          "P-05",
          "82599",
          "MSI-X",
          "the",
          "what is the",
          // names that are wrong
          "if_rss_set_key",
          "pci_map_single",
          "netif_rx_ni",
          // syntax and markup
          "+ring -title:doorbell~2 AND (OR",
          "\"dma map\"^4 *:*",
          "a::b",
          "_",
          "<script>alert(1)</script>",
          "&amp; \" ' \\ / %00",
          "\u0000\u0007",
          "Σίσυφος 𝄞",
          "zzzzzz",
          "",
          " ",
          "ring ".repeat(200));

  @ParameterizedTest
  @EnumSource
  void theBrowserFindsWhatLuceneFinds(Way way) throws IOException {
    open(way, "foundation/transmit-ring.html");
    new SearchBox(browser).open().ask("ring");
    Set<Tier> reached = EnumSet.noneOf(Tier.class);
    try (var index = SearchIndex.open(BuiltSite.INDEX)) {
      List<String> judged = JudgedQueries.all().stream().map(JudgedQueries.Judged::text).toList();
      for (String query : Stream.concat(QUERIES.stream(), judged.stream()).toList()) {
        SearchResult expected = index.search(SearchRequest.of(query));
        assertSame(expected, inBrowser(query));
        expected.hits().forEach(hit -> reached.add(hit.tier()));
      }
    }
    assertEquals(EnumSet.allOf(Tier.class), reached, "tiers that the queries reach");
  }

  private Map<?, ?> inBrowser(String query) {
    Object found =
        browser.awaited(
            "RingbookSearch.open(document.documentElement.dataset.root)"
                + ".then(index => index.search(arguments[0], {limit: 10}))",
            query);
    return assertInstanceOf(Map.class, found, query + ": " + found);
  }

  private static void assertSame(SearchResult expected, Map<?, ?> actual) {
    String query = expected.query();
    assertEquals(expected.total(), ((Number) actual.get("total")).intValue(), query);
    expected
        .facets()
        .kinds()
        .forEach((kind, count) -> assertEquals(count, counted(actual, "kinds", kind.label())));
    expected
        .facets()
        .volumes()
        .forEach((volume, count) -> assertEquals(count, counted(actual, "volumes", volume)));
    List<?> hits = (List<?>) actual.get("hits");
    assertEquals(expected.hits().stream().map(SearchParityTest::line).toList(), lines(hits), query);
    for (int i = 0; i < hits.size(); i++) {
      double score = ((Number) ((Map<?, ?>) hits.get(i)).get("score")).doubleValue();
      double difference = Math.abs(score - expected.hits().get(i).score());
      assertTrue(difference <= SCORE_TOLERANCE, query + ": " + difference);
    }
  }

  private static Integer counted(Map<?, ?> actual, String group, String value) {
    Map<?, ?> counts = assertInstanceOf(Map.class, actual.get(group));
    return counts.get(value) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  private static String line(Hit hit) {
    return hit.rank()
        + " "
        + hit.tier().label()
        + " "
        + hit.document().key()
        + " "
        + hit.document().url();
  }

  private static List<String> lines(List<?> hits) {
    return hits.stream()
        .map(hit -> (Map<?, ?>) hit)
        .map(
            hit ->
                Stream.of("rank", "tier", "key", "url")
                    .map(name -> String.valueOf(hit.get(name)))
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow())
        .toList();
  }
}
