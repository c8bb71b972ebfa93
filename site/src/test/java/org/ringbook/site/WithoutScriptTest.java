package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebElement;

/** The book reads without JavaScript. */
class WithoutScriptTest extends BrowserCase {

  private static final String CHAPTER = "foundation/transmit-ring.html";

  @BeforeEach
  void scriptsOff() {
    browser.scripts(false);
  }

  @ParameterizedTest
  @EnumSource
  void aChapterIsThereWithSourceAndOutput(Way way) {
    open(way, CHAPTER);
    assertFalse(browser.the("html").getDomAttribute("class") != null, "scripts are off");
    assertTrue(browser.the(".prose .lead").isDisplayed());
    assertTrue(browser.the(".example pre.code").getText().contains("void main()"));
    assertTrue(browser.the(".example .box-output samp").isDisplayed());
    assertTrue(browser.the(".drawing").isDisplayed());
  }

  @Test
  void sidebarAndContentsAreInSightAndLead() {
    open(Way.SERVED, CHAPTER);
    assertTrue(browser.isSeen(browser.the(".side li .num")));
    WebElement entry = browser.all(".rail a").get(1);
    assertTrue(browser.isSeen(entry));
    browser.click(entry);
    assertTrue(path().startsWith(CHAPTER + "#"), path());
    browser.click(browser.all(".side li .num").getFirst());
    browser.await("another chapter", d -> !path().startsWith(CHAPTER));
  }

  @Test
  void aPhonesMenuUnfolds() {
    browser.width(PHONE);
    open(Way.SERVED, CHAPTER);
    browser.the(".side summary").click();
    WebElement chapter = browser.the(".side li a");
    browser.await("the menu", d -> chapter.isDisplayed());
  }

  @Test
  void noControlIsDead() {
    open(Way.SERVED, CHAPTER);
    for (WebElement button : browser.all("button, input")) {
      assertFalse(button.isDisplayed(), button.getText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theApiMapIsTablesWithEverySystem(Way way) {
    open(way, "api/index.html");
    assertFalse(browser.the(".filters").isDisplayed());
    assertEquals(7, browser.all("#dma thead th").size());
    assertTrue(browser.the("#dma tbody td").isDisplayed());
    assertFalse(browser.the("[data-sorted]").isDisplayed());
    browser.click(browser.the("#dma tbody th a"));
    browser.await("a concept", d -> path().startsWith("api/dma-"));
    assertTrue(browser.the(".system").isDisplayed());
    assertTrue(browser.the(".evidence").isDisplayed());
  }

  @Test
  void theSearchFieldGivesWayToALinkThatWorks() {
    open(Way.SERVED, CHAPTER);
    WebElement find =
        browser.all(".find").stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
    assertEquals("a", find.getTagName());
    find.click();
    browser.await("the topics", d -> path().equals("topics.html"));
    assertTrue(browser.the(".topics").isDisplayed());
  }
}
