package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** What the copy buttons put on the clipboard is what a reader would type. */
class CopyTest extends BrowserCase {

  private static final String EXAMPLE = "examples/tx-ring-full.html";

  @Test
  void theSourceIsCopiedToTheLastCharacter() {
    open(Way.SERVED, EXAMPLE);
    allowClipboard();
    assertEquals(textOf("[data-part=source]"), copied("[data-copy=source]"));
  }

  @Test
  void theCommandIsCopiedWithoutItsPrompt() {
    open(Way.SERVED, EXAMPLE);
    allowClipboard();
    assertEquals("jbang tx-ring-full", copied("[data-copy=command]"));
  }

  @Test
  void aConsoleSessionIsCopiedWithoutPrompts() {
    String page =
        BuiltSite.pages().stream()
            .filter(path -> !BuiltSite.page(path).select(".listing .p").isEmpty())
            .findFirst()
            .orElseThrow();
    open(Way.SERVED, page);
    allowClipboard();
    WebElement listing =
        (WebElement)
            browser.value("document.querySelector('.listing .p').closest('[data-copyable]')");
    listing.findElement(org.openqa.selenium.By.cssSelector("[data-copy]")).click();
    browser.awaitTrue("arguments[0].querySelector('.copied') !== null", listing);
    String text = String.valueOf(browser.awaited("navigator.clipboard.readText()"));
    assertFalse(text.contains("$ "), text);
    assertFalse(text.isBlank());
  }

  @Test
  void withoutAClipboardTheSourceIsSelectedOrCopiedTheOldWay() {
    open(Way.FROM_DISK, EXAMPLE);
    browser.value("(Object.defineProperty(navigator, 'clipboard', {value: undefined}), null)");
    browser.the("[data-copy=source]").click();
    browser.await(
        "a word about it",
        d ->
            List.of("Copied", "Press Ctrl+C")
                .contains(browser.the("[data-copy=source]").getText()));
    if (browser.the("[data-copy=source]").getText().startsWith("Press")) {
      assertEquals(
          textOf("[data-part=source]").strip(),
          String.valueOf(browser.value("String(getSelection())")).strip());
    }
    assertTrue(browser.focused().contains("data-copy=\"source\""), browser.focused());
  }

  private String copied(String button) {
    browser.the(button).click();
    browser.awaitTrue("document.querySelector('.copied') !== null");
    return String.valueOf(browser.awaited("navigator.clipboard.readText()"));
  }

  private String textOf(String selector) {
    return String.valueOf(
        browser.value("document.querySelector(arguments[0]).textContent", selector));
  }

  private void allowClipboard() {
    browser.devTools(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }
}
