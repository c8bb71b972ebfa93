package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each page of the site, seen in a browser. */
class EveryPageTest extends BrowserCase {

  @Test
  void noPageScrollsSidewaysOnAPhone() {
    browser.width(PHONE);
    List<String> wide = new ArrayList<>();
    for (String page : BuiltSite.pages()) {
      open(Way.FROM_DISK, page);
      Object excess =
          browser.value(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (((Number) excess).intValue() > 0) {
        wide.add(page + " by " + excess + " pixels: " + culprits());
      }
    }
    assertEquals(List.of(), wide);
  }

  @ParameterizedTest
  @EnumSource
  void theConsoleHasNothingToComplainOf(Way way) {
    List<String> complaints = new ArrayList<>();
    for (String page : BuiltSite.pages()) {
      open(way, page);
      browser.complaints().forEach(complaint -> complaints.add(page + ": " + complaint));
    }
    assertEquals(List.of(), complaints);
  }

  private Object culprits() {
    return browser.value(
        "[...document.querySelectorAll('main *')]"
            + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            + " && !e.closest('pre, .table-scroll, .figure-scroll, .drawing-scroll'))"
            + ".slice(0, 3).map(e => e.outerHTML.slice(0, 80))");
  }
}
