package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A reader narrows the API map down to what a port needs. */
class ExplorerTest extends BrowserCase {

  private static final String MAP = "api/index.html";

  /** Of the page alone, as a server sends it; grows with the map. */
  private static final int MOST_BYTES = 40_000;

  private List<WebElement> rows() {
    return browser.all(".map tbody tr:not([hidden])");
  }

  private List<String> titles() {
    return rows().stream()
        .filter(browser::isSeen)
        .map(row -> row.findElement(By.cssSelector("th a")).getText())
        .toList();
  }

  private void choose(String field, String value) {
    new Select(browser.the("[name=" + field + "]")).selectByValue(value);
  }

  private int total() {
    return BuiltSite.page(MAP).select(".map tbody tr").size();
  }

  private List<String> columns() {
    return browser
        .all(".group:not([hidden]) thead")
        .getFirst()
        .findElements(By.tagName("th"))
        .stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aWrongNameFindsTheConceptThatWarnsOfIt(Way way) {
    open(way, MAP);
    browser.the("[name=q]").sendKeys("pci_map_single");
    assertTrue(titles().contains("Map one buffer for a transfer"), titles().toString());
    assertEquals("pci_map_single", browser.the(".map .found del").getText());
    String count = browser.the("[data-count][role=status]").getText();
    assertEquals(rows().size() + " of " + total() + " concepts", count);
  }

  @ParameterizedTest
  @EnumSource
  void anAddressBringsBackWhatWasChosen(Way way) {
    open(way, MAP + "?q=napi&from=freebsd&to=windows&relation=concept&sort=title");
    assertEquals(List.of("Concept", "FreeBSD", "Windows"), columns());
    assertEquals("napi", browser.the("[name=q]").getDomProperty("value"));
    assertFalse(titles().isEmpty());
    assertEquals(titles().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), titles());
    assertEquals(0, browser.all(".map tbody tr:not([hidden]):not(.r-concept)").size());
  }

  @ParameterizedTest
  @EnumSource
  void oneStepBackIsOneChoice(Way way) {
    open(way, MAP);
    choose("relation", "exception");
    int exceptions = rows().size();
    browser.the("[name=q]").sendKeys("xdp");
    browser.awaitTrue("location.search === '?q=xdp&relation=exception'");
    assertTrue(rows().size() < exceptions);
    browser.driver().navigate().back();
    browser.awaitTrue("location.search === '?relation=exception'");
    assertEquals(exceptions, rows().size());
    browser.driver().navigate().back();
    browser.awaitTrue("location.search === ''");
    assertEquals(total(), rows().size());
    assertEquals(total() + " concepts", browser.the("[data-count]").getText());
  }

  @Test
  void everySystemCanBeSeenAtOnce() {
    open(Way.SERVED, MAP);
    assertEquals(List.of("Concept", "Linux", "FreeBSD"), columns());
    choose("to", "all");
    assertEquals(7, columns().size());
    browser.the(".filters button").click();
    assertEquals(List.of("Concept", "Linux", "FreeBSD"), columns());
  }

  @Test
  void aCategoryIsShownAloneAndCounted() {
    open(Way.SERVED, MAP + "?category=dma");
    assertEquals(1, browser.all(".group:not([hidden])").size());
    assertEquals(String.valueOf(rows().size()), browser.the("#dma h2 .quiet").getText());
  }

  @Test
  void sortedByNameTheNamelessComeLast() {
    open(Way.SERVED, MAP + "?sort=windows&to=windows");
    List<String> names =
        browser.all("[data-sorted] tbody tr").stream()
            .map(row -> String.valueOf(row.findElement(By.className("s-windows")).getText()))
            .toList();
    assertEquals(total(), names.size());
    int named = (int) names.stream().filter(n -> !n.isEmpty() && !n.equals("none")).count();
    assertTrue(named > 100 && named < total());
    assertTrue(
        names.subList(named, names.size()).stream().allMatch(n -> n.isEmpty() || n.equals("none")));
    List<String> first = names.subList(0, named);
    assertEquals(first.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), first);
    choose("sort", "");
    assertEquals(0, browser.all("[data-sorted] tbody tr").size());
    assertEquals(total(), rows().size());
  }

  @Test
  void aWayToACategoryLeadsThereWhateverIsFiltered() {
    open(Way.SERVED, MAP + "?q=napi");
    WebElement link = browser.the(".side a[href$='#vf']");
    browser.click(link);
    browser.awaitTrue("document.querySelector('#vf').checkVisibility()");
    browser.awaitTrue(
        "(b => b.top >= 0 && b.top < innerHeight)"
            + "(document.querySelector('#vf h2').getBoundingClientRect())");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTypedOrSentIsNeverTakenForMarkup(Way way) {
    open(way, MAP + "?q=%3Cimg%20src=x%20onerror=alert(1)%3E&relation=%3Cb%3E&to=plan9");
    assertEquals(0, rows().size());
    assertTrue(browser.the("[data-nothing]").isDisplayed());
    assertEquals(0, browser.all("main img, main b").size());
    assertEquals("<img src=x onerror=alert(1)>", browser.the("[name=q]").getDomProperty("value"));
    assertEquals("freebsd", browser.the("[name=to]").getDomProperty("value"));
    assertEquals("", browser.the("[name=relation]").getDomProperty("value"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void onAPhoneTwoSystemsFitBesideEachOther() {
    browser.width(PHONE);
    open(Way.SERVED, MAP);
    assertEquals(
        true,
        browser.value(
            "[...document.querySelectorAll('.group:not([hidden]) .table-scroll')]"
                + ".every(e => e.scrollWidth <= e.clientWidth)"));
  }

  @Test
  void everyConceptHasItsPageAndEveryPageItsConcept() {
    List<String> linked =
        BuiltSite.page(MAP).select(".map th a").eachAttr("href").stream()
            .map(href -> "api/" + href)
            .sorted()
            .toList();
    List<String> pages =
        BuiltSite.pages().stream()
            .filter(page -> page.startsWith("api/") && !page.equals(MAP))
            .sorted()
            .toList();
    assertEquals(pages, linked);
  }

  @Test
  void thePageIsLight() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(BuiltSite.files().get(MAP));
    }
    assertTrue(packed.size() < MOST_BYTES, "bytes over the wire: " + packed.size());
  }
}
