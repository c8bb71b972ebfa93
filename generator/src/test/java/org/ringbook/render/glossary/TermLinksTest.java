package org.ringbook.render.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Place;
import org.ringbook.model.Term;

class TermLinksTest {

  private static final TermLinks LINKS =
      new TermLinks(
          List.of(
              new Term(
                  "doorbell",
                  "doorbell",
                  List.of(),
                  "A register, such as `TDT`.",
                  "",
                  List.of(),
                  "",
                  Place.of("g.yaml"))));

  @Test
  void the_first_use_is_linked_with_what_it_means() {
    Element link = linked("<p>Two doorbells, one doorbell.</p>").selectFirst("a.term");
    assertEquals("doorbells", link == null ? "" : link.text());
    assertEquals("../glossary.html#doorbell", link == null ? "" : link.attr("href"));
    assertEquals("A register, such as TDT.", link == null ? "" : link.attr("data-short"));
  }

  @Test
  void the_text_stays_as_it_was() {
    String text = "Two doorbells, one doorbell.";
    Document body = linked("<p>" + text + "</p>");
    assertEquals(text, body.text());
    assertEquals(1, body.select("a.term").size());
  }

  @Test
  void only_running_text_is_linked() {
    for (String html :
        List.of(
            "<h2 id=\"x\">doorbell</h2>",
            "<p><code>doorbell</code></p>",
            "<pre>doorbell</pre>",
            "<p><a href=\"x\">doorbell</a></p>",
            "<figure><figcaption>doorbell</figcaption></figure>",
            "<div class=\"title\">doorbell</div>",
            "<details><summary>doorbell</summary></details>",
            "<table><tr><td>doorbell</td></tr></table>",
            "<p><span class=\"plain\">doorbell</span></p>",
            "<div class=\"sect1\"><h2 id=\"sources\">Sources</h2><p>doorbell</p></div>")) {
      assertEquals(0, linked(html).select("a.term").size(), html);
    }
  }

  @Test
  void a_use_that_is_no_text_is_not_the_first() {
    Document body = linked("<h2>doorbell</h2><p>A doorbell.</p>");
    assertEquals(1, body.select("p a.term").size());
  }

  @Test
  void what_the_author_asks_for_is_linked_each_time() {
    Document body =
        linked(
            "<p>A doorbell, <span data-term=\"doorbell\"></span> and"
                + " <span data-term=\"doorbell\">its <em>register</em></span>.</p>");
    assertEquals(List.of("doorbell", "doorbell", "its register"), body.select("a.term").eachText());
  }

  @Test
  void after_a_link_that_was_asked_for_the_first_use_is_no_longer_linked() {
    Document body = linked("<p>A <span data-term=\"doorbell\">bell</span>: the doorbell.</p>");
    assertEquals(List.of("bell"), body.select("a.term").eachText());
  }

  private static Document linked(String html) {
    Document body = Jsoup.parseBodyFragment(html);
    LINKS.link(body.body(), "../glossary.html");
    return body;
  }
}
