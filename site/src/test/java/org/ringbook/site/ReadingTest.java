package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader opens the book and finds the way through it. */
class ReadingTest extends BrowserCase {

  private static final String CHAPTER = "foundation/transmit-ring.html";

  @ParameterizedTest
  @EnumSource
  void theFirstDoorLeadsToAChapterThatReads(Way way) {
    open(way, "index.html");
    browser.the(".door h2 a").click();
    browser.awaitTrue("!!document.querySelector('.prose .lead')");
    assertEquals(CHAPTER, path());
    assertTrue(browser.the("h1").getText().startsWith("The transmit ring"));
    String outcome = browser.the(".outcome").getText();
    assertTrue(outcome.toLowerCase(Locale.ROOT).startsWith("after this chapter you can"), outcome);
    assertFalse(browser.the(".example pre.code").getText().isBlank());
    assertFalse(browser.the(".example .box-output samp").getText().isBlank());
  }

  @ParameterizedTest
  @EnumSource
  void theContentsLeadToTheirSections(Way way) {
    open(way, CHAPTER);
    WebElement entry = browser.all(".rail a").get(2);
    String heading = String.valueOf(entry.getDomProperty("hash")).substring(1);
    browser.click(entry);
    browser.awaitTrue("location.hash === arguments[0]", "#" + heading);
    browser.awaitTrue(
        "(b => b.top >= 50 && b.top < innerHeight / 2)"
            + "(document.getElementById(arguments[0]).getBoundingClientRect())",
        heading);
    browser.awaitTrue("document.querySelector('.rail [aria-current]')?.hash === location.hash");
  }

  @ParameterizedTest
  @EnumSource
  void thePlaceInTheBookIsMarkedAndItsNeighboursAreOneStepAway(Way way) {
    open(way, CHAPTER);
    WebElement here = browser.the(".side [aria-current=page]");
    assertTrue(browser.isSeen(here));
    assertTrue(String.valueOf(here.getDomProperty("textContent")).contains("The transmit ring"));
    browser.the(".turn .next").click();
    browser.awaitTrue("document.querySelector('h1').textContent.startsWith('The receive ring')");
    browser.the(".turn .prev").click();
    browser.awaitTrue("document.querySelector('h1').textContent.startsWith('The transmit ring')");
    browser.click(browser.all(".side li .num").getFirst());
    browser.awaitTrue(
        "document.querySelector('.side li a:has(.num)').getAttribute('aria-current') === 'page'");
  }

  @Test
  void aKernelNameLeadsToItsConcept() {
    open(Way.FROM_DISK, "preamble/api-mapping.html");
    WebElement link = browser.the(".prose a.api:not(.false-friend)");
    String name = link.getText();
    link.click();
    browser.awaitTrue("document.querySelector('.systems') !== null");
    String calls = String.valueOf(browser.the(".systems").getDomProperty("textContent"));
    assertTrue(calls.contains(name), calls);
  }

  @Test
  void aRowOfATableLeadsToItsConcept() {
    open(Way.FROM_DISK, "preamble/api-mapping.html");
    WebElement row = browser.the(".api-table a.api-title");
    String title = row.getText();
    browser.click(row);
    browser.awaitTrue("document.querySelector('h1').textContent === arguments[0]", title);
  }

  @Test
  void theFirstTabStopSkipsToTheText() {
    open(Way.FROM_DISK, CHAPTER);
    browser.press(Keys.TAB);
    assertTrue(browser.focused().contains("Skip to the text"), browser.focused());
    assertTrue(browser.the(".skip").getRect().getX() >= 0, "the skip link is in sight");
    browser.press(Keys.ENTER);
    browser.awaitTrue("document.activeElement.id === 'main'");
  }

  @Test
  void theMenuOfAPhoneUnfolds() {
    browser.width(PHONE);
    open(Way.FROM_DISK, CHAPTER);
    assertFalse(browser.isSeen(browser.the(".side li a")));
    browser.the(".side summary").click();
    browser.awaitTrue("document.querySelector('.side li a').checkVisibility()");
    browser.click(browser.all(".side li .num").getFirst());
    browser.awaitTrue(
        "document.querySelector('.side li a:has(.num)').getAttribute('aria-current') === 'page'");
  }

  @Test
  void anAnswerIsFoldedAwayUntilAskedFor() {
    open(Way.FROM_DISK, CHAPTER);
    WebElement question = browser.the(".prose details:not(figure details) summary");
    WebElement answer = browser.the(".prose details:not(figure details) > .content");
    assertFalse(answer.isDisplayed());
    question.click();
    browser.await("the answer", d -> answer.isDisplayed());
  }
}
