package org.ringbook.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.ringbook.render.api.ConceptEntry;

/** What the real theme makes of the map's pages. */
class ConceptThemeTest {

  private static final Theme THEME = Sample.theme();
  private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"quotes\" 'too'";

  private static Document read(Page page) {
    return Jsoup.parse(THEME.render(Sample.site(), page));
  }

  private static Document concept(String text) {
    return read(Sample.conceptPage(Sample.concept(text)));
  }

  @Test
  void aColumnGroupsItsCallsByPhase() {
    Element linux = concept("words").select(".system").getFirst();
    assertEquals(List.of("set-up", "per packet", "or"), linux.select(".phase").eachText());
    assertEquals(
        List.of("dma_set_mask", "dma_map_single", "dma_mapping_error", "dma_map_page"),
        linux.select("code:not(.flag)").eachText());
    assertEquals(2, linux.select("ol > li").size());
    assertEquals("linux/dma-mapping.h · words", linux.select(".places").text());
  }

  @Test
  void aNameThatIsAboutSomethingElseLeadsThere() {
    Element link = concept("words").select(".system a.api").getFirst();
    assertEquals("../api/dma-mask.html", link.attr("href"));
    assertEquals("dma", link.attr("data-card"));
    assertEquals(1, concept("words").select(".system a.api").size());
  }

  @Test
  void aSystemWithoutACounterpartSaysWhy() {
    Element windows = concept("because").select(".system").get(1);
    assertEquals("none", windows.select(".none").text());
    assertEquals("because", windows.select(".reason").text());
    assertEquals(0, windows.select("code").size());
  }

  @Test
  void aFalseFriendHasAnAnchor() {
    Document page = concept("never was");
    assertEquals(
        "NdisMAllocateSharedMemory on Windows never was",
        page.select("#not-windows-NdisMAllocateSharedMemory").text());
  }

  @Test
  void exampleMentionsAndEvidenceAreThere() {
    Document page = concept("words");
    assertEquals("jbang tx-ring-full", page.select("[data-part=command]").text());
    assertEquals(
        "../foundation/transmit-ring.html#full-is-not-empty",
        page.select(".mentions a").attr("href"));
    assertEquals(
        List.of("dma_map_single", "function", "linux/dma-mapping.h", "words"),
        page.select(".evidence tr:has(code) > *").eachText());
    assertEquals("../api/index.html#dma", page.select(".side [aria-current]").attr("href"));
  }

  @Test
  void whatIsNotSaidLeavesNoEmptyHeading() {
    ConceptEntry full = Sample.concept("words");
    ConceptEntry bare =
        new ConceptEntry(
            full.id(),
            full.title(),
            full.relation(),
            List.of(),
            new ConceptEntry.Sayings("", "", "", ""),
            full.columns(),
            List.of(),
            "",
            "");
    Document page = read(Sample.conceptPage(bare));
    assertNull(page.selectFirst(".about, .bites, .terms, .friends, .said"));
    assertEquals(
        List.of("System by system", "The example", "In the handbook", "Where declared"),
        page.select("article h2").eachText());
  }

  @Test
  void hostileTextStaysText() {
    for (Document page : List.of(concept(HOSTILE), read(Sample.explorer(HOSTILE)))) {
      assertEquals(0, page.select("img, [onerror]").size());
    }
    assertEquals(HOSTILE, concept(HOSTILE).select("h1").text());
    Element row = read(Sample.explorer(HOSTILE)).select("[data-wrong]").getFirst();
    assertEquals(HOSTILE, row.attr("data-wrong"));
    assertEquals(HOSTILE, row.select("a").text());
  }

  @Test
  void theExplorerIsATableThatNeedsNoScript() {
    Document page = read(Sample.explorer("Map one buffer"));
    Element row = page.select("tbody tr").getFirst();
    assertEquals(List.of("Concept", "Linux", "Windows"), head(page));
    assertEquals("dma-map-single.html", row.select("th a").attr("href"));
    assertEquals(
        List.of("Map one buffer adapter", "dma_map_single dma_mapping_error", "none"),
        row.select("> *").eachText());
    assertEquals("dma_map_page Map one buffer", row.attr("data-more"));
    assertEquals("with-js", page.select("form").attr("class").replace("filters ", ""));
  }

  private static List<String> head(Document page) {
    return page.select("thead").getFirst().select("th").eachText();
  }

  @Test
  void onlyTheExplorerLoadsItsScript() {
    String script = "script[src$=map-explorer.js]";
    assertEquals(1, read(Sample.explorer("words")).select(script).size());
    assertEquals(0, concept("words").select(script).size());
  }
}
