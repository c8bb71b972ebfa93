package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** A reader searches, by keyboard, from the disk as well as from a server. */
class SearchTest extends BrowserCase {

  private static final String CHAPTER = "foundation/transmit-ring.html";

  @SuppressWarnings("NullAway.Init") // set before each test
  private SearchBox search;

  @BeforeEach
  void box() {
    search = new SearchBox(browser);
  }

  @ParameterizedTest
  @EnumSource
  void aHalfTypedNameIsFound(Way way) {
    open(way, CHAPTER);
    search.open().type("dma_map_sin");
    search.awaitBest("api/dma-map-single.html");
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltWordIsFoundAndSaidToBeSimilar(Way way) {
    open(way, CHAPTER);
    search.open().type("descritpor");
    browser.await("hits", d -> !search.labels().isEmpty());
    assertTrue(search.labels().stream().allMatch(l -> l.contains("similar spelling")));
    String text = browser.the(".search-hits").getText().toLowerCase(Locale.ROOT);
    assertTrue(text.contains("descriptor"), text);
  }

  @ParameterizedTest
  @EnumSource
  void enterOpensTheBestHitAtItsPlace(Way way) {
    open(way, CHAPTER);
    search.open().type("napi_complete_done").type(Keys.ENTER);
    browser.awaitTrue("location.pathname.includes('/api/')");
    browser.awaitTrue("document.querySelector('.systems') !== null");
    String calls = String.valueOf(browser.the(".systems").getDomProperty("textContent"));
    assertTrue(calls.contains("napi_complete_done"), calls);
  }

  @Test
  void arrowsWalkThroughTheHitsAndEnterOpensOne() {
    open(Way.SERVED, CHAPTER);
    search.open().type("ring");
    browser.await("three hits", d -> search.titles().size() > 2);
    search.awaitSuggestions().press(Keys.ESCAPE);
    search.press(Keys.ARROW_DOWN);
    search.press(Keys.ARROW_DOWN);
    assertEquals(1, search.focusedHit());
    search.press(Keys.ARROW_UP);
    assertEquals(0, search.focusedHit());
    search.press(Keys.ARROW_UP);
    assertTrue(browser.focused().startsWith("<input"), browser.focused());
    search.press(Keys.ARROW_DOWN);
    String target = String.valueOf(browser.value("document.activeElement.href"));
    search.press(Keys.ENTER);
    browser.awaitTrue("location.href === arguments[0]", target);
  }

  @Test
  void arrowsOutsideTheSearchScrollThePage() {
    open(Way.SERVED, CHAPTER);
    browser.press(Keys.ARROW_DOWN);
    browser.awaitTrue("scrollY > 0");
    assertFalse(search.isOpen());
    assertEquals(CHAPTER, path());
  }

  @Test
  void escapeClosesAndGivesTheFocusBack() {
    open(Way.SERVED, CHAPTER);
    browser.the("[data-search-open]").click();
    browser.awaitTrue("document.querySelector('dialog.search').open");
    search.type("ring");
    browser.await("hits", d -> !search.titles().isEmpty());
    search.awaitSuggestions().press(Keys.ESCAPE);
    assertTrue(search.isOpen(), "the first Escape takes the suggestions away");
    search.press(Keys.ESCAPE);
    browser.awaitTrue("!document.querySelector('dialog.search').open");
    assertTrue(browser.focused().contains("data-search-open"), browser.focused());
  }

  @Test
  void aSlashTypedIntoTheFieldStaysASlash() {
    open(Way.SERVED, CHAPTER);
    search.open().type("a/b");
    assertEquals("a/b", search.field().getDomProperty("value"));
  }

  @Test
  void theKeyThatOpensTheSearchIsNotTyped() {
    open(Way.SERVED, CHAPTER);
    search.open();
    assertEquals("", search.field().getDomProperty("value"));
  }

  @Test
  void whatIsTypedIsNeverTakenForMarkup() {
    open(Way.SERVED, CHAPTER);
    search.open();
    search.ask("<img src=x onerror=alert(1)>");
    assertEquals(0, browser.all("dialog.search img").size());
    search.ask("<b>zzzzzzqq</b>");
    assertTrue(search.status().contains("<b>zzzzzzqq</b>") || !search.titles().isEmpty());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aSearchThatFindsNothingSaysSo() {
    open(Way.SERVED, CHAPTER);
    search.open();
    assertEquals(List.of(), search.ask("zzqqxxyy"));
    assertTrue(search.status().contains("zzqqxxyy"), search.status());
  }

  @Test
  void anEmptyFieldSaysWhatCanBeSought() {
    open(Way.SERVED, CHAPTER);
    search.open().type("ring");
    browser.await("hits", d -> !search.titles().isEmpty());
    assertEquals(List.of(), search.ask(""));
    assertTrue(search.status().startsWith("A kernel name"), search.status());
  }

  @Test
  void aNameThatNeverExistedLeadsToItsCorrection() {
    open(Way.SERVED, CHAPTER);
    search.open();
    String wrong =
        BuiltSite.page("preamble/api-mapping.html").select(".api-false del").getFirst().text();
    search.ask(wrong);
    assertNotEquals(List.of(), search.titles(), wrong);
    search.type(Keys.ENTER);
    browser.awaitTrue("location.pathname.includes('/api/')");
  }

  @ParameterizedTest
  @EnumSource
  void namesRightAndWrongAreSuggestedWithTheirSystems(Way way) {
    open(way, CHAPTER);
    search.open().type("if_rss_set_k");
    search.awaitSuggestions();
    assertEquals(List.of("if_rss_set_key wrong name, FreeBSD"), search.suggestions());
    search.press(Keys.ARROW_DOWN);
    assertEquals(
        "true", browser.the("[role=option]").getDomAttribute("aria-selected"), "first option");
    assertEquals(
        browser.the("[role=option]").getDomProperty("id"),
        search.field().getDomAttribute("aria-activedescendant"));
    search.press(Keys.ENTER);
    assertEquals("if_rss_set_key", search.field().getDomProperty("value"));
    search.awaitBest("rss-hash-key.html");
    assertEquals("false", search.field().getDomAttribute("aria-expanded"));
  }

  @Test
  void titlesAreSuggestedByTheBeginningsOfTheirWords() {
    open(Way.SERVED, CHAPTER);
    search.open().type("lost wak");
    search.awaitSuggestions();
    assertTrue(search.suggestions().contains("The lost wake-up section"), "the section");
  }

  @Test
  void aKindIsChosenByKeyboardAndKeptOnTheNextPage() {
    open(Way.SERVED, CHAPTER);
    search.open();
    search.ask("ring");
    browser.value("document.querySelector('[data-facet=\"kinds:example\"]').focus()");
    search.press(Keys.SPACE);
    browser.awaitTrue(
        "document.querySelector('[data-facet=\"kinds:example\"]').ariaPressed === 'true'");
    browser.await("examples", d -> search.labels().stream().allMatch(l -> l.startsWith("example")));
    assertTrue(browser.focused().contains("kinds:example"), browser.focused());
    open(Way.SERVED, "foundation/receive-ring.html");
    search.open();
    search.ask("doorbell");
    assertTrue(search.labels().stream().allMatch(label -> label.startsWith("example")));
    browser.value("sessionStorage.clear()");
  }

  @Test
  void everyHitLeadsToAPlaceThatIsThere() {
    open(Way.SERVED, CHAPTER);
    search.open();
    List<String> hits =
        Stream.of("ring", "dma", "budget", "doorbell", "tx-ring-full", "P-05")
            .flatMap(
                query -> {
                  search.ask(query);
                  return browser.all(".search-hits a").stream()
                      .map(hit -> String.valueOf(hit.getDomProperty("href")));
                })
            .distinct()
            .toList();
    assertTrue(hits.size() > 20, hits.toString());
    List<String> dead = hits.stream().filter(hit -> !leadsSomewhere(hit)).toList();
    assertEquals(List.of(), dead);
  }

  private boolean leadsSomewhere(String hit) {
    String[] parts = hit.replace(url(Way.SERVED, ""), "").split("#", 2);
    return BuiltSite.files().containsKey(parts[0])
        && (parts.length == 1 || BuiltSite.page(parts[0]).getElementById(parts[1]) != null);
  }
}
