package org.ringbook.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;

/** Of several documents with a name, the one that is named after it comes first. */
class NamesakeTest {

  private final Path dir;

  NamesakeTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** The entries that merely use the call are shorter, and come first by key and by score. */
  @BeforeEach
  void build() throws IOException {
    SearchIndex.build(
        List.of(
            concept("adminq-interrupt", "The interrupt of that queue", "request_irq"),
            concept(
                "request-irq", "Install a handler for the interrupt of a device", "request_irq"),
            concept("skb-put", "Add bytes at the end of what is there", "skb_put"),
            concept("a-user", "Fill", "skb_put")),
        dir);
  }

  @ParameterizedTest
  @CsvSource({
    "request_irq, EXACT, request-irq",
    "Request_IRQ(), EXACT, request-irq",
    "requst_irq, NEAR, request-irq",
    "skb_put, EXACT, skb-put",
    "skb_putt, NEAR, skb-put"
  })
  void itComesFirst(String query, String tier, String id) throws IOException {
    try (var index = SearchIndex.open(dir)) {
      List<Hit> hits = index.search(SearchRequest.of(query)).hits();
      assertEquals(List.of(tier, tier), hits.stream().map(hit -> hit.tier().name()).toList());
      assertEquals("api/" + id + ".html", hits.getFirst().document().url());
    }
  }

  private static SearchDocument concept(String id, String title, String name) {
    String url = "api/" + id + ".html";
    return new SearchDocument(
        url, Kind.API, title, url, "Kernel calls", "", List.of(name), List.of(), "Does it.");
  }
}
