package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What holds for each page of the site, read as text. */
class EveryPageMarkupTest {

  @Test
  void everyPageIsValidHtml() throws IOException, InterruptedException {
    var checked =
        JavaProcess.run(
            "nu.validator.client.SimpleCommandLineValidator",
            "--errors-only",
            "--skip-non-html",
            "--format",
            "gnu",
            BuiltSite.FOLDER.toRealPath().toString());
    assertEquals("", (checked.output() + checked.errors()).strip());
    assertEquals(0, checked.exitCode());
  }

  @Test
  void noPageHasAScriptOrAStyleOfItsOwn() {
    check(
        page ->
            Stream.concat(
                page.select("style, [style], script:not([src]), base").stream()
                    .map(Element::outerHtml),
                page.getAllElements().stream().flatMap(EveryPageMarkupTest::handlers)));
  }

  @Test
  void everyPageForbidsWhatItDoesNotNeed() {
    check(
        page -> {
          String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
          return policy.contains("default-src 'none'") && !policy.contains("unsafe")
              ? Stream.empty()
              : Stream.of(policy);
        });
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    check(
        page ->
            page.select("script[src], link[href]:not([rel=canonical]), img[src]").stream()
                .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"))
                .filter(address -> address.matches("(?i)([a-z]+:)?//.*|/.*")));
  }

  @Test
  void everyLinkIsRelativeOrLeadsToAnotherSite() {
    check(
        page ->
            page.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(href -> href.startsWith("/") || href.matches("(?i)(javascript|file):.*")));
  }

  @Test
  void everyPageSaysWhatItIs() {
    check(
        page ->
            Stream.of("html[lang]", "head > title", "h1", "main#main", "meta[name=viewport]")
                .filter(needed -> page.select(needed).size() != 1));
  }

  @Test
  void everyDrawingHasWords() {
    check(
        page ->
            page.select("main svg").stream()
                .filter(svg -> !svg.hasAttr("aria-hidden"))
                .filter(svg -> words(svg).isBlank())
                .map(svg -> svg.outerHtml().substring(0, 80)));
  }

  private static String words(Element svg) {
    Element labelled = svg.closest("[role=img][aria-label]");
    String label = labelled == null ? "" : labelled.attr("aria-label");
    return label + svg.select("title").text();
  }

  private interface Rule {
    Stream<String> faults(Document page);
  }

  private static void check(Rule rule) {
    List<String> pages = BuiltSite.pages();
    assertTrue(pages.size() > 20, pages.toString());
    assertEquals(
        List.of(),
        pages.stream()
            .flatMap(path -> rule.faults(BuiltSite.page(path)).map(fault -> path + ": " + fault))
            .toList());
  }

  private static Stream<String> handlers(Element element) {
    return element.attributes().asList().stream()
        .map(Attribute::getKey)
        .filter(name -> name.startsWith("on"));
  }
}
