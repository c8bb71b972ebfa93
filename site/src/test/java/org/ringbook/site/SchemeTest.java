package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Light and dark. */
class SchemeTest extends BrowserCase {

  private static final String LIGHT_PAPER = "rgb(251, 250, 246)";
  private static final String DARK_PAPER = "rgb(11, 20, 17)";

  @BeforeEach
  void asANewReader() {
    for (Way way : Way.values()) {
      open(way, "index.html");
      browser.value("localStorage.clear()");
    }
  }

  @Test
  void theSystemsSchemeHoldsUntilAReaderChooses() {
    open(Way.SERVED, "index.html");
    assertEquals(LIGHT_PAPER, paper());
    browser.systemScheme("dark");
    assertEquals(DARK_PAPER, paper());
    open(Way.SERVED, "topics.html");
    assertEquals(DARK_PAPER, paper());
    assertEquals("true", browser.the("[data-shade]").getDomAttribute("aria-pressed"));
  }

  @ParameterizedTest
  @EnumSource
  void theChosenSchemeStaysOnOtherPages(Way way) {
    open(way, "index.html");
    browser.the("[data-shade]").click();
    assertEquals(DARK_PAPER, settledPaper(DARK_PAPER));
    browser.the(".door h2 a").click();
    browser.awaitTrue("!!document.querySelector('.prose')");
    assertEquals(DARK_PAPER, paper());
    browser.the("[data-shade]").click();
    assertEquals(LIGHT_PAPER, settledPaper(LIGHT_PAPER));
    browser.driver().navigate().refresh();
    assertEquals(LIGHT_PAPER, paper());
  }

  @ParameterizedTest
  @EnumSource
  void theChosenSchemeIsThereBeforeAnythingCanBePainted(Way way) {
    open(way, "index.html");
    browser.the("[data-shade]").click();
    Object watch =
        browser
            .devTools(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                    "source",
                    "new MutationObserver((_, o) => { if (document.body) { o.disconnect();"
                        + " window.schemeAtBody = document.documentElement.dataset.theme; } })"
                        + ".observe(document, {childList: true, subtree: true});"))
            .get("identifier");
    browser.driver().navigate().refresh();
    assertEquals("dark", browser.value("window.schemeAtBody"));
    browser.devTools(
        "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", String.valueOf(watch)));
  }

  @Test
  void drawingsFollowTheScheme() {
    open(Way.SERVED, "foundation/transmit-ring.html");
    String script = "getComputedStyle(document.querySelector('.drawing text')).fill";
    Object light = browser.value(script);
    browser.systemScheme("dark");
    assertNotEquals(light, browser.value(script));
  }

  private String paper() {
    return String.valueOf(browser.value("getComputedStyle(document.body).backgroundColor"));
  }

  private String settledPaper(String colour) {
    browser.awaitTrue("getComputedStyle(document.body).backgroundColor === arguments[0]", colour);
    return paper();
  }
}
