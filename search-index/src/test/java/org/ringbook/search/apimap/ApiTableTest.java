package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTableTest {

  /** Every tag that the table may hold; anything else in angle brackets came from a text. */
  private static final Pattern OWN_TAG =
      Pattern.compile(
          "</?(a|div|table|caption|thead|tbody|tr|th|td|span|p|code|ol|ul|li|del|wbr)"
              + "( (class|href|role|tabindex|aria-label|id|scope|abbr|data-os)=\"[^\"<>]*\")*>");

  @Test
  void aRowShowsCallsReasonsAndFalseFriends(@TempDir Path dir) {
    String html = ApiTable.html(new MapFolder(dir).read().map().categories().getFirst(), "../api/");
    assertTrue(html.contains("role=\"group\" tabindex=\"0\" aria-label=\"Memory &amp; more\""));
    assertTrue(html.contains("<caption>Memory &amp; more</caption>"));
    assertTrue(html.contains("<tr id=\"api-kmalloc\">"));
    assertTrue(html.contains("<th scope=\"row\" abbr=\"Allocate\">"));
    assertTrue(html.contains("<a class=\"api-title\" href=\"../api/kmalloc.html\">Allocate</a>"));
    assertTrue(html.contains("<p class=\"api-note\">Mind the flags.</p>"));
    assertTrue(
        html.contains(
            "<p class=\"api-call\"><code class=\"api\">malloc</code>"
                + " <span class=\"api-phase\">setup</span>"
                + " <code class=\"api-flag\">M_NOWAIT</code></p>"));
    assertTrue(
        html.contains(
            "<span class=\"api-none-word\">none</span><p class=\"api-reason\">no reason"
                + " either</p>"));
    assertTrue(
        html.contains(
            "<del><code>Ex<wbr>Allocate<wbr>Pool</code></del>"
                + " <span class=\"api-why\">is obsolete: use the newer one</span>"));
    assertFalse(html.contains("style="));
  }

  @Test
  void everyRowHasACellForEachSystem(@TempDir Path dir) {
    String html = ApiTable.html(new MapFolder(dir).read().map().categories().getFirst(), "../api/");
    assertEquals(7, count(html, "<th scope=\"col\">"));
    assertEquals(6, count(html, "<td"));
  }

  @Test
  void aSystemOfWhichNothingIsSaidIsNotSaidToHaveNothing() {
    OsColumn column =
        new OsColumn(Os.LINUX, List.of(call("one")), List.of(), List.of(), List.of(), "");
    String html = ApiTable.html(category("t", "n", column, List.of()), "../api/");
    assertEquals(5, count(html, "<span class=\"api-unsaid\">not mapped</span>"));
    assertEquals(0, count(html, "api-none"));
  }

  @Test
  void callsInOrderAreAnOrderedList() {
    Call first = call("first");
    OsColumn column =
        new OsColumn(
            Os.LINUX,
            List.of(first, call("second")),
            List.of(List.of(call("other"))),
            List.of(call("framework")),
            List.of(call("beside")),
            "");
    String html = ApiTable.html(category("t", "n", column, List.of()), "../api/");
    assertTrue(
        html.contains(
            "<ol class=\"api-calls\"><li><code class=\"api\">first</code></li>"
                + "<li><code class=\"api\">second</code></li></ol>"
                + "<p class=\"api-or\">or</p>"
                + "<p class=\"api-call\"><code class=\"api\">other</code></p>"
                + "<p class=\"api-or\">with iflib</p>"
                + "<p class=\"api-call\"><code class=\"api\">framework</code></p>"
                + "<p class=\"api-or\">with</p>"
                + "<ul class=\"api-calls\"><li><code class=\"api\">beside</code></li></ul>"));
  }

  @Property
  void noTextBecomesMarkup(@ForAll String text) {
    OsColumn column =
        new OsColumn(Os.LINUX, List.of(call(text)), List.of(), List.of(), List.of(), "");
    FalseFriend friend = new FalseFriend(Os.WINDOWS, text, FalseFriend.Verdict.DIFFERENT, text);
    String html = ApiTable.html(category(text, text, column, List.of(friend)), "../api/");
    String rest = OWN_TAG.matcher(html).replaceAll("");
    assertFalse(rest.contains("<") || rest.contains(">"), () -> "markup left in: " + rest);
  }

  @Property
  void escapingCanBeUndone(@ForAll String text) {
    String safe = HtmlText.escape(text);
    assertFalse(Pattern.compile("[<>\"']").matcher(safe).find());
    String back =
        safe.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    assertEquals(text, back);
  }

  private static Call call(String name) {
    Evidence evidence = new Evidence(Os.LINUX, name, "function", name, "6.1");
    return new Call(name, Phase.ANY, List.of(), evidence);
  }

  private static Category category(
      String title, String note, OsColumn linux, List<FalseFriend> friends) {
    Concept concept =
        new Concept(
            "some-id",
            "memory",
            title,
            Relation.CONCEPT,
            new Words("", "", "", note),
            Map.of(Os.LINUX, linux),
            friends,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Category("memory", title, List.of(concept));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
