package org.ringbook.render.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real theme makes of a page of every kind. */
class ThemeTest {

  private static final Theme THEME = Sample.theme();
  private static final String HOSTILE = "<script>alert(1)</script> & \"quotes\"";

  static Stream<Page> pages() {
    return Stream.of(
        Sample.home(),
        Sample.chapter("<p>" + THEME.example(Sample.CHAPTER, Sample.example())),
        Sample.volume(),
        Sample.examples(),
        Sample.examplePage(),
        Sample.topics(),
        Sample.conceptPage(Sample.concept("plain words")),
        Sample.explorer("plain words"),
        Sample.notFound());
  }

  private static Document read(Page page) {
    return Jsoup.parse(THEME.render(Sample.site(), page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNothingThatAStrictPolicyForbids(Page page) {
    Document html = read(page);
    assertEquals(0, html.select("style, [style], script:not([src])").size());
    for (Element element : html.getAllElements()) {
      element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), a::html));
    }
    assertTrue(html.select("meta[http-equiv]").attr("content").startsWith("default-src 'none';"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isWellFormedWithOneHeadingAndOneMain(Page page) {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document html = parser.parseInput(THEME.render(Sample.site(), page), "");
    ParseErrorList errors = parser.getErrors();
    assertTrue(errors.isEmpty(), errors::toString);
    assertEquals(1, html.select("h1").size());
    assertEquals(1, html.select("main").size());
    assertEquals("#main", html.select(".skip").attr("href"));
    assertEquals(html.select("[id]").size(), Set.copyOf(html.select("[id]").eachAttr("id")).size());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksOnlyToAssetsThatExist(Page page) {
    Document html = read(page);
    URI here = URI.create("/" + page.path());
    List<String> links =
        Stream.concat(
                html.select("link[href]").eachAttr("href").stream(),
                html.select("script").eachAttr("src").stream())
            .toList();
    assertTrue(links.size() > 5);
    for (String link : links) {
      assertFalse(link.startsWith("/"), link);
      String target = here.resolve(link).getPath().substring(1);
      assertTrue(THEME.assets().containsKey(target), target);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isTheSameEveryTime(Page page) {
    assertEquals(
        THEME.render(Sample.site(), page), Sample.theme().render(Sample.site(), page), page.path());
  }

  @Test
  void linksAreRelativeToThePage() {
    Document html = read(Sample.chapter(""));
    assertEquals("../index.html", html.select(".home-link").attr("href"));
    assertEquals("../", html.select("html").attr("data-root"));
    assertEquals("../foundation/receive-ring.html", html.select(".turn .next").attr("href"));
    assertEquals("index.html", read(Sample.home()).select(".home-link").attr("href"));
  }

  @Test
  void unknownAddressesFindTheirStylesUnderTheBasePath() {
    SiteModel site =
        new SiteModel(
            "Ringbook",
            "A book",
            Sample.volumes(),
            List.of(),
            true,
            true,
            List.of(),
            true,
            true,
            "/handbook/");
    Document html = Jsoup.parse(THEME.render(site, Sample.notFound()));
    assertEquals("/handbook/index.html", html.select(".home-link").attr("href"));
  }

  @Test
  void marksTheChapterInTheSidebarAndItsNumberInTheCrumbs() {
    Document html = read(Sample.chapter("<p>text</p>"));
    assertEquals("1.3 The transmit ring", html.select(".side a[aria-current=page]").text());
    assertEquals("1.3", html.select(".crumbs [aria-current=page]").text());
    assertEquals(3, html.select(".rail a").size());
    assertEquals("#sixteen-bytes", html.select(".rail a").get(1).attr("href"));
  }

  @Test
  void aPageWithoutSectionsOrNeighboursHasNeitherRailNorTurn() {
    Document html = read(Sample.topics());
    assertEquals(0, html.select(".rail, .turn").size());
  }

  @Test
  void hostileTextStaysText() {
    Page page =
        new Page(
            Sample.CHAPTER,
            HOSTILE,
            HOSTILE,
            List.of(new Crumb(HOSTILE, "")),
            List.of(new TocEntry("1", HOSTILE, "x")),
            null,
            new Neighbour("", HOSTILE, "a.html"),
            new Content.Chapter("1", "<p>x</p>"));
    Document html = read(page);
    assertEquals(HOSTILE, html.select("h1").text());
    assertEquals(HOSTILE, html.select("meta[name=description]").attr("content"));
    assertEquals(HOSTILE + " · Ringbook", html.title());
    assertEquals(0, html.select("script:not([src])").size());
  }

  @Test
  void anExampleIsOneObject() {
    Element box = Jsoup.parse(THEME.example(Sample.CHAPTER, Sample.example())).body().child(0);
    assertEquals("example-tx-ring-full", box.id());
    assertEquals("../examples/tx-ring-full.html", box.select(".box-id").attr("href"));
    assertEquals("proven · JDK 25", box.select(".badge").text());
    assertEquals(Sample.example().output(), box.select("samp").getFirst().wholeText());
    assertEquals("jbang tx-ring-full", box.select("[data-part=command]").text());
    assertEquals("whole file of tx-ring-full", box.select(".box-more a").text());
    assertEquals(2, box.select("pre[tabindex=0][role][aria-label]").size());
    assertEquals(2, box.select("button[hidden]").size());
  }

  @Test
  void theWholeFileDoesNotLinkToItself() {
    assertEquals(0, read(Sample.examplePage()).select(".box a").size());
  }

  @Test
  void aListingNamesItsLanguageAndOrigin() {
    ListingBox listing =
        new ListingBox(
            "C", "", "snippets/native/<ring>.c", "<span class=\"k\">int</span> x;", ProofNote.NONE);
    Element box = Jsoup.parse(THEME.listing("index.html", listing)).body().child(0);
    assertEquals("C", box.select(".box-language").text());
    assertEquals("snippets/native/<ring>.c", box.select(".box-origin").text());
    assertEquals("int x;", box.select("[data-part=source]").text());
    assertEquals("int", box.select(".k").text());
  }

  @Test
  void aFigureHasItsAlternativeCaptionAndTable() {
    FactTable table =
        new FactTable("Fields", List.of("field", "bits"), List.of(List.of("length", "16")));
    FigureBox figure =
        new FigureBox("fig-1", "bits", "<svg></svg>", "Eight bytes", "A <descriptor>", table);
    Element box = Jsoup.parse(THEME.figure(figure)).body().child(0);
    assertEquals("Eight bytes", box.select("[role=img]").attr("aria-label"));
    assertTrue(box.select("figcaption").text().startsWith("A <descriptor>"));
    assertEquals("length", box.select("th[scope=row]").text());
    assertEquals("16", box.select("td").text());
  }

  @Test
  void countsOnTheHomePageAreThoseOfTheModel() {
    assertEquals(
        List.of("4 of 19 topics", "5 examples", "6 of 15 topics", "1 example"),
        read(Sample.home()).select(".counts span:not(:has(svg))").eachText().subList(0, 4));
  }

  @Test
  void aTopicIsCoveredByAChapterOrPlanned() {
    Document html = read(Sample.topics());
    assertEquals("1.3 The transmit ring", html.select("#topic-1-05 .where a").text());
    assertEquals("planned", html.select("#topic-1-09 .where").text());
  }

  @Test
  void aSiteWithoutSearchHasNoDeadSearchField() {
    SiteModel site =
        new SiteModel(
            "Ringbook", "A book", List.of(), List.of(), false, false, List.of(), true, false, "");
    Document html = Jsoup.parse(THEME.render(site, Sample.topics()));
    assertNull(html.selectFirst("[data-search-open], dialog, script[src*=search]"));
    assertEquals("topics.html", html.select(".find").attr("href"));
    assertNull(html.selectFirst("a[href*=examples]"));
  }

  @Test
  void everyFileThatTheStylesNameExists() {
    String css = new String(THEME.assets().get(Assets.STYLES), StandardCharsets.UTF_8);
    Set<String> named = new TreeSet<>();
    Pattern.compile("url\\(([^)]+)\\)").matcher(css).results().forEach(r -> named.add(r.group(1)));
    assertTrue(named.size() >= 8, named::toString);
    named.forEach(file -> assertTrue(THEME.assets().containsKey("assets/" + file), file));
  }

  @Test
  void stylesAreJoinedInTheOrderOfTheirNames(@TempDir Path dir) throws IOException {
    Files.createDirectories(dir.resolve("templates"));
    Files.createDirectories(dir.resolve("css"));
    Files.writeString(dir.resolve("css/b.css"), "b{}");
    Files.writeString(dir.resolve("css/a.css"), "a{}");
    Files.writeString(dir.resolve("mark.svg"), "<svg/>");
    Theme theme = Theme.load(dir);
    assertEquals(Set.of(Assets.STYLES, "assets/mark.svg"), theme.assets().keySet());
    assertArrayEquals("a{}b{}".getBytes(StandardCharsets.UTF_8), theme.assets().get(Assets.STYLES));
  }

  @Test
  void aFailingTemplateIsNamedWithItsLine(@TempDir Path dir) throws IOException {
    Files.createDirectories(dir.resolve("templates"));
    Files.writeString(dir.resolve("templates/box-listing.ftlh"), "one\n${box.nothing}\n");
    Theme theme = Theme.load(dir);
    ListingBox box = new ListingBox("C", "", "", "", ProofNote.NONE);
    ThemeException problem =
        assertThrows(ThemeException.class, () -> theme.listing("index.html", box));
    assertTrue(problem.toString().contains("box-listing.ftlh:2"), problem::toString);
  }

  @Test
  void aThemeThatIsNotThereSaysSo(@TempDir Path dir) {
    assertThrows(ThemeException.class, () -> Theme.load(dir.resolve("absent")));
  }
}
