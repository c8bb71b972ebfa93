package org.ringbook.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;
import org.ringbook.search.query.Hit;
import org.ringbook.search.query.SearchRequest;
import org.ringbook.search.query.SearchResult;
import org.ringbook.search.query.Tier;

class SearchIndexTest {

  private final Path dir;

  SearchIndexTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void anAliasIsAnExactName() throws IOException {
    Hit first = first("bus_dmamap_load");
    assertEquals("api/dma-map", first.document().key());
    assertEquals(Tier.EXACT, first.tier());
  }

  @Test
  void anExactNameMayCarryItsParentheses() throws IOException {
    assertEquals(Tier.EXACT, first("DMA_MAP_SINGLE()").tier());
  }

  @Test
  void aHalfTypedIdentifierFindsTheCall() throws IOException {
    assertEquals("api/dma-map", first("dma_map_si").document().key());
  }

  @Test
  void partsOfAnIdentifierFindIt() throws IOException {
    assertEquals("api/mapping-error", first("mapping error").document().key());
  }

  @Test
  void aTitleStandsAboveAMention() throws IOException {
    Hit first = first("the transmit rin");
    assertEquals("ch/transmit-ring", first.document().key());
    assertEquals(Tier.TITLE, first.tier());
  }

  @Test
  void aMisspeltWordIsCorrectedOnlyBecauseTheBookDoesNotKnowIt() throws IOException {
    Hit first = first("trasmit ring");
    assertEquals("ch/transmit-ring", first.document().key());
    assertEquals(Tier.NEAR, first.tier());
  }

  @Test
  void aWrongChipNumberIsNotCorrected() throws IOException {
    assertEquals(0, search(SearchRequest.of("82598")).total());
  }

  @Test
  void kindsNarrowTheHits() throws IOException {
    SearchResult result = search(new SearchRequest("ring", Set.of(Kind.EXAMPLE), 10));
    assertEquals(1, result.total());
    assertEquals(Kind.EXAMPLE, result.hits().getFirst().document().kind());
  }

  @Test
  void theLimitCutsTheHitsButNotTheTotal() throws IOException {
    SearchResult result = search(new SearchRequest("ring", Set.of(), 1));
    assertEquals(1, result.hits().size());
    assertTrue(result.total() > 1, () -> "total " + result.total());
  }

  @Test
  void anExcerptMarksWhatMatched() throws IOException {
    var excerpt = first("mapping error").excerpt();
    var marked =
        excerpt.marks().stream().map(m -> excerpt.text().substring(m.start(), m.end())).toList();
    assertEquals(List.of("mapping", "error"), marked.subList(0, 2));
  }

  @Test
  void aWrongNameLeadsToWhatPutsItRight() throws IOException {
    Hit first = first("pci_map_single");
    assertEquals("api/dma-map", first.document().key());
    assertEquals(Tier.WRONG, first.tier());
  }

  @Test
  void aQuestionInWordsThatOnlyItsReaderUsesFindsTheAnswer() throws IOException {
    assertEquals("api/dma-map", first("where do the bytes go that the card sees").document().key());
  }

  @Test
  void volumesNarrowTheHitsAndAreCountedWithoutThemselves() throws IOException {
    SearchResult result = search(new SearchRequest("ring", Set.of(), Set.of("foundation"), 10));
    assertEquals(3, result.total());
    assertTrue(
        result.hits().stream().allMatch(hit -> hit.document().volume().equals("foundation")));
    assertEquals(Integer.valueOf(1), result.facets().kinds().get(Kind.EXAMPLE));
    SearchResult sections = search(new SearchRequest("ring", Set.of(Kind.SECTION), 10));
    assertEquals(Integer.valueOf(2), sections.facets().volumes().get("foundation"));
    assertEquals(Integer.valueOf(1), sections.facets().kinds().get(Kind.EXAMPLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n\0\u0007",
        "*:*",
        ".*",
        "[a-",
        "^$",
        "(",
        "\"",
        "~2 AND OR NOT",
        "<script>",
        "&amp;",
        "\uD800",
        "zzqqxx"
      })
  void whatMeansNothingFindsNothingOrSomethingButNeverFails(String text) throws IOException {
    SearchResult result = search(SearchRequest.of(text));
    assertTrue(result.total() >= result.hits().size());
    assertEquals(text, result.query());
  }

  @Test
  void aQueryOfTenThousandCharactersIsCut() throws IOException {
    SearchResult result = search(SearchRequest.of("ring ".repeat(2_000)));
    assertEquals(200, result.query().length());
    assertTrue(result.total() > 0);
    assertEquals(0, search(SearchRequest.of("x".repeat(10_000))).total());
  }

  @Test
  void topicsAreFound() throws IOException {
    assertEquals("ch/transmit-ring", first("P-01").document().key());
  }

  @Test
  void twoDocumentsCannotShareAKey() {
    var twice = List.of(Samples.BOOK.getFirst(), Samples.BOOK.getFirst());
    assertThrows(IllegalArgumentException.class, () -> SearchIndex.build(twice, dir));
  }

  @Test
  void noDocumentsAreNoIndex() {
    List<SearchDocument> none = List.of();
    assertThrows(IllegalArgumentException.class, () -> SearchIndex.build(none, dir));
  }

  @Test
  void anEmptyFolderHoldsNoIndex() {
    var thrown = assertThrows(NoSuchFileException.class, () -> SearchIndex.open(dir));
    assertEquals("no search index; build the site first", thrown.getReason());
  }

  @Test
  void buildingAgainReplacesTheIndex() throws IOException {
    SearchIndex.build(Samples.BOOK, dir);
    SearchIndex.build(Samples.BOOK.subList(0, 2), dir);
    try (var index = SearchIndex.open(dir)) {
      assertEquals(2, index.size());
    }
    assertTrue(Files.isDirectory(dir));
  }

  @Test
  void documentsComeBackAsTheyWereIndexed() throws IOException {
    SearchIndex.build(Samples.BOOK.reversed(), dir);
    try (var index = SearchIndex.open(dir)) {
      for (int i = 0; i < index.size(); i++) {
        assertEquals(Samples.BOOK.get(i), index.document(i));
      }
    }
  }

  private Hit first(String query) throws IOException {
    return search(SearchRequest.of(query)).hits().getFirst();
  }

  private SearchResult search(SearchRequest request) throws IOException {
    SearchIndex.build(Samples.BOOK, dir);
    try (var index = SearchIndex.open(dir)) {
      return index.search(request);
    }
  }
}
