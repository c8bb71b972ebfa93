package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A kernel name in the text says what it is elsewhere before it is followed. */
class NameCardTest extends BrowserCase {

  private static final String CHAPTER = "preamble/api-mapping.html";
  private static final String NAME = ".prose a.api[data-card]:not(.false-friend)";

  private WebElement name() {
    WebElement name = browser.the(NAME);
    browser.value("(arguments[0].scrollIntoView({block: 'center'}), null)", name);
    return name;
  }

  private void hover(WebElement element) {
    new Actions(browser.driver()).moveToElement(element).perform();
  }

  private void awaitCard() {
    browser.awaitTrue("document.querySelectorAll('.card').length === 1");
  }

  private void awaitNoCard() {
    browser.awaitTrue("document.querySelectorAll('.card').length === 0");
  }

  /** By the keyboard, as far as from the last stop before it. */
  private void tabTo(WebElement link) {
    browser.value(
        "(l => { const all = [...document.querySelectorAll('a[href], button, summary')]"
            + ".filter(e => e.checkVisibility() && !e.closest('dialog'));"
            + " all[all.indexOf(l) - 1].focus(); })(arguments[0])",
        link);
    for (int i = 0; i < 5 && !link.equals(browser.driver().switchTo().activeElement()); i++) {
      browser.press(Keys.TAB);
    }
    assertEquals(link, browser.driver().switchTo().activeElement());
  }

  private boolean apart(WebElement link) {
    return Boolean.TRUE.equals(
        browser.value(
            "((c, l) => c.bottom <= l.top || c.top >= l.bottom)"
                + "(document.querySelector('.card').getBoundingClientRect(),"
                + " arguments[0].getBoundingClientRect())",
            link));
  }

  @ParameterizedTest
  @EnumSource
  void aPointerOnANameShowsItsCounterparts(Way way) {
    open(way, CHAPTER);
    WebElement link = name();
    hover(link);
    awaitCard();
    String concept = String.valueOf(link.getDomProperty("pathname")).replaceFirst(".*/api/", "");
    String title = BuiltSite.page("api/" + concept).select("h1").text();
    assertTrue(browser.the(".card").getText().startsWith(title));
    assertTrue(browser.all(".card dt").size() >= 3);
    assertTrue(browser.the(".card-bites").isDisplayed());
    assertTrue(apart(link));
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @EnumSource
  void theKeyboardShowsItAndEscapeTakesItAway(Way way) {
    open(way, CHAPTER);
    WebElement link = name();
    tabTo(link);
    awaitCard();
    assertTrue(apart(link));
    assertEquals("name-card", link.getDomAttribute("aria-describedby"));
    browser.press(Keys.ESCAPE);
    awaitNoCard();
    assertEquals(link, browser.driver().switchTo().activeElement());
    assertEquals(null, link.getDomAttribute("aria-describedby"));
  }

  @Test
  void theNextTabLeavesTheNameAndTheCard() {
    open(Way.SERVED, CHAPTER);
    WebElement link = name();
    tabTo(link);
    awaitCard();
    browser.press(Keys.TAB);
    assertFalse(link.equals(browser.driver().switchTo().activeElement()));
    browser.awaitTrue(
        "!document.querySelector('.card')"
            + " || document.activeElement.getAttribute('aria-describedby') === 'name-card'");
  }

  @Test
  void thePointerMayRestOnTheCardAndLeave() {
    open(Way.SERVED, CHAPTER);
    hover(name());
    awaitCard();
    hover(browser.the(".card"));
    assertEquals(1, browser.all(".card").size());
    hover(browser.the("h1"));
    awaitNoCard();
  }

  @Test
  void aFingerGetsTheLinkAndNoCard() {
    open(Way.SERVED, CHAPTER);
    name();
    String timers =
        "(type => { let timers = 0; const set = window.setTimeout;"
            + " window.setTimeout = (...all) => { timers++; return set(...all); };"
            + " document.querySelector(arguments[0]).dispatchEvent("
            + "new PointerEvent('pointerover', {bubbles: true, pointerType: type}));"
            + " window.setTimeout = set; return timers; })(arguments[1])";
    assertEquals(0L, browser.value(timers, NAME, "touch"));
    assertEquals(1L, browser.value(timers, NAME, "mouse"));
  }

  @Test
  void aMisleadingNameSaysWhatIsWrongWithIt() {
    open(Way.FROM_DISK, CHAPTER);
    WebElement link = browser.the(".prose a.api.false-friend");
    browser.value("(arguments[0].scrollIntoView({block: 'center'}), null)", link);
    hover(link);
    awaitCard();
    assertTrue(browser.the(".card-wrong").getText().startsWith(link.getText() + " on "));
    link.click();
    browser.awaitTrue("document.querySelector('.friends > li:target') !== null");
  }

  @Test
  void atTheFootOfTheWindowTheCardStandsAboveTheName() {
    open(Way.SERVED, CHAPTER);
    WebElement link = browser.the(NAME);
    browser.value("(arguments[0].scrollIntoView({block: 'end'}), null)", link);
    hover(link);
    awaitCard();
    assertTrue(apart(link));
    browser.awaitTrue(
        "document.querySelector('.card').getBoundingClientRect().bottom <= innerHeight");
  }

  @Test
  void withoutItsDataThereIsNoCardAndNoComplaint() {
    open(Way.SERVED, CHAPTER);
    browser.value("(document.querySelector(arguments[0]).dataset.card = 'absent', null)", NAME);
    hover(name());
    browser.await(
        "the refusal",
        d -> browser.complaints().stream().anyMatch(line -> line.contains("absent.js")));
    assertEquals(0, browser.all(".card").size());
  }

  @ParameterizedTest
  @EnumSource
  void aPointerOnAWordOfTheGlossarySaysWhatItMeans(Way way) {
    open(way, CHAPTER);
    WebElement link = term();
    hover(link);
    awaitCard();
    assertEquals(link.getDomAttribute("data-short"), browser.the(".card-short").getText());
    assertTrue(apart(link));
    String entry = "#" + String.valueOf(link.getDomProperty("hash")).substring(1);
    String meaning = BuiltSite.page("glossary.html").select(entry + " .brief").text();
    assertEquals(meaning, browser.the(".card-short").getText());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theKeyboardSaysWhatAWordMeansAndLeadsToIt() {
    open(Way.SERVED, CHAPTER);
    WebElement link = term();
    tabTo(link);
    awaitCard();
    assertEquals("name-card", link.getDomAttribute("aria-describedby"));
    browser.press(Keys.ESCAPE);
    awaitNoCard();
    String hash = String.valueOf(link.getDomProperty("hash"));
    browser.press(Keys.ENTER);
    browser.await("the glossary", d -> path().equals("glossary.html" + hash));
  }

  private WebElement term() {
    WebElement term = browser.the(".prose a.term");
    browser.value("(arguments[0].scrollIntoView({block: 'center'}), null)", term);
    return term;
  }
}
