package org.ringbook.site;

import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The search dialog of the open page, as a reader uses it. */
final class SearchBox {

  private final Chromium browser;

  SearchBox(Chromium browser) {
    this.browser = browser;
  }

  /** Opens it by its key. */
  SearchBox open() {
    browser.press("/");
    browser.awaitTrue("document.querySelector('dialog.search').open");
    return this;
  }

  boolean isOpen() {
    return Boolean.TRUE.equals(browser.value("document.querySelector('dialog.search').open"));
  }

  /** Replaces what is in the field and waits for the answer to it. */
  List<String> ask(String query) {
    browser.value(
        "(window.answered = new Promise(done => new MutationObserver((_, o) => {"
            + "if (!document.querySelector('.search-status').textContent.startsWith('Searching'))"
            + " { o.disconnect(); done(); } })"
            + ".observe(document.querySelector('.search-status'),"
            + " {childList: true, subtree: true, characterData: true})), null)");
    browser.value(
        "(i => { i.value = arguments[0];"
            + " i.dispatchEvent(new Event('input', {bubbles: true})); })"
            + "(document.querySelector('dialog.search input'))",
        query);
    browser.awaited("window.answered");
    return titles();
  }

  SearchBox type(CharSequence text) {
    field().sendKeys(text);
    return this;
  }

  WebElement field() {
    return browser.the("dialog.search input");
  }

  List<String> titles() {
    return browser.texts(".search-hits .hit-title");
  }

  List<String> labels() {
    return browser.texts(".search-hits .hit-label");
  }

  /** What is suggested, as it is read out: the text, what it is, and its systems. */
  List<String> suggestions() {
    return browser.texts("[role=listbox] [role=option]");
  }

  /** Waits for suggestions. */
  SearchBox awaitSuggestions() {
    browser.await("suggestions", d -> !suggestions().isEmpty());
    return this;
  }

  String status() {
    return browser.the(".search-status").getText();
  }

  /** Waits until the best hit leads to a place. */
  void awaitBest(String end) {
    browser.awaitTrue(
        "(document.querySelector('.search-hits a')?.href ?? '').endsWith(arguments[0])", end);
  }

  /** The place in the list of the hit that has the focus, or -1. */
  int focusedHit() {
    return ((Number)
            browser.value(
                "[...document.querySelectorAll('.search-hits a')].indexOf(document.activeElement)"))
        .intValue();
  }

  void press(Keys key) {
    browser.press(key);
  }
}
