package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for each page of the site, seen in a browser. */
class EveryPageTest extends BrowserCase {

  @Test
  void noPageScrollsSidewaysOnAPhoneNorComplainsThere() {
    browser.width(PHONE);
    assertEquals(List.of(), faults(Way.FROM_DISK));
  }

  @Test
  void noPageScrollsSidewaysOnADeskNorComplainsThere() {
    assertEquals(List.of(), faults(Way.SERVED));
  }

  private List<String> faults(Way way) {
    List<String> faults = new ArrayList<>();
    for (String page : BuiltSite.pages()) {
      open(way, page);
      int excess = excess();
      if (excess > 0) {
        faults.add(page + " is too wide by " + excess + " pixels: " + culprits());
      }
      browser.complaints().forEach(complaint -> faults.add(page + ": " + complaint));
    }
    return faults;
  }

  private int excess() {
    Object excess =
        browser.value(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) excess).intValue();
  }

  private Object culprits() {
    return browser.value(
        "[...document.querySelectorAll('main *')]"
            + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            + " && !e.closest('pre, .table-scroll, .figure-scroll, .drawing-scroll'))"
            + ".slice(0, 3).map(e => e.outerHTML.slice(0, 80))");
  }
}
