package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker of accessibility rules finds nothing, in both schemes, on a desk and on a phone. */
class AccessibilityTest extends BrowserCase {

  private static final List<String> PAGES =
      List.of(
          "index.html",
          "foundation/transmit-ring.html",
          "foundation/submit-and-complete.html",
          "preamble/api-mapping.html",
          "examples/tx-ring-full.html",
          "examples/index.html",
          "api/index.html",
          "api/index.html?q=pci_map&to=all&sort=title",
          "api/dma-map-single.html",
          "topics.html",
          "foundation/index.html",
          "404.html");

  static Stream<Arguments> looks() {
    return PAGES.stream()
        .flatMap(
            page ->
                Stream.of("light", "dark")
                    .flatMap(
                        scheme ->
                            Stream.of(DESK, PHONE)
                                .map(width -> Arguments.of(page, scheme, width))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2} pixels")
  @MethodSource("looks")
  void noRuleIsBroken(String page, String scheme, int width) {
    browser.width(width);
    browser.systemScheme(scheme);
    open(Way.SERVED, page);
    assertEquals(List.of(), violations());
  }

  @ParameterizedTest
  @MethodSource("openSearches")
  void norWithTheSearchOpen(String scheme, int width) {
    browser.width(width);
    browser.systemScheme(scheme);
    open(Way.SERVED, "foundation/transmit-ring.html");
    var search = new SearchBox(browser).open();
    search.type("dma_map_single");
    search.awaitBest("api/dma-map-single.html");
    assertEquals(List.of(), violations());
  }

  @ParameterizedTest
  @MethodSource("openSearches")
  void norWithACardShown(String scheme, int width) {
    browser.width(width);
    browser.systemScheme(scheme);
    open(Way.SERVED, "preamble/framework-independence.html");
    browser.value("document.querySelector('.prose a.api[data-card]').focus({focusVisible: true})");
    browser.awaitTrue("document.querySelector('.card') !== null");
    assertEquals(List.of(), violations());
  }

  static Stream<Arguments> openSearches() {
    return Stream.of(
        Arguments.of("light", DESK),
        Arguments.of("dark", DESK),
        Arguments.of("light", PHONE),
        Arguments.of("dark", PHONE));
  }

  @Test
  void theCheckerSeesWhatIsBroken() {
    open(Way.SERVED, "index.html");
    browser.value("document.body.append(document.createElement('img'))");
    assertEquals(1, violations().stream().filter(rule -> rule.contains("image-alt")).count());
  }

  /** In the legacy mode it opens no windows of its own; the pages have no frames. */
  @SuppressWarnings("deprecation")
  private List<String> violations() {
    return new AxeBuilder()
        .setLegacyMode(true).analyze(browser.driver()).getViolations().stream()
            .map(AccessibilityTest::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + rule.getNodes().stream()
            .limit(3)
            .map(node -> node.getTarget() + " " + node.getFailureSummary())
            .toList();
  }
}
