package org.ringbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.model.Site;

class LinkCheckTest {

  private final Problems problems = new Problems();

  private LinkCheck.Counts check(Map<String, String> pages) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    pages.forEach((path, html) -> files.put(path, html.getBytes(StandardCharsets.UTF_8)));
    return new LinkCheck().check(new Site(files), new TreeMap<>(), problems);
  }

  private List<String> codes() {
    return problems.sorted().stream().map(Problem::code).toList();
  }

  @Test
  void links_that_lead_somewhere_are_counted() {
    var counts =
        check(
            Map.of(
                "index.html",
                "<a href='one/a.html#x'></a><a href='one/'></a><a href='https://example.org/'></a>",
                "one/a.html",
                "<p id=x></p><a href='../index.html'></a><a href='#x'></a>",
                "one/index.html",
                "<a href='a.html?q#%78'></a>"));
    assertEquals(new LinkCheck.Counts(5, 0, 1), counts);
    assertEquals(List.of(), codes());
  }

  @Test
  void what_leads_nowhere_or_out_of_the_site_is_told() {
    var counts =
        check(
            Map.of(
                "one/a.html",
                "<a href='b.html'></a><a href='../../up.html'></a><a href='/a.html'></a>"
                    + "<a href='#none'></a><img src='c.png' alt='C'><a href='b c'></a>"));
    assertEquals(new LinkCheck.Counts(6, 6, 0), counts);
    assertEquals(
        List.of(
            "absolute-link",
            "broken-anchor",
            "broken-page",
            "broken-page",
            "broken-page",
            "broken-page"),
        codes());
  }

  @Test
  void an_id_that_stands_twice_and_a_silent_picture_are_told() {
    check(Map.of("a.html", "<p id=x><p id=x><img src='a.html'><img src='a.html' alt=''>"));
    assertEquals(List.of("duplicate-id", "no-text-alternative"), codes());
  }
}
