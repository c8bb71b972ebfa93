package org.ringbook.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.build.BuildResult;
import org.ringbook.model.Problem;
import org.ringbook.model.Severity;
import org.ringbook.publish.Report;

/** A small book with a listing of C, and a judge that compiles it and runs it. */
class JudgedListingsTest {

  private static final String PAGE = "one/second-look.html";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path temp;

  private GoldenBook book;

  @BeforeEach
  void layTheBook() throws IOException {
    book = new GoldenBook(temp);
    book.lay("judged");
  }

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void a_listing_that_its_judge_passed_is_proven_and_says_by_what() throws Exception {
    assumeCompiler();
    Report report = report(book.build());
    assertEquals(report.listings().total(), report.listings().proven());
    Element note = note();
    assertEquals(
        "Compiled by gcc with -Wall -Werror; 1 of 1 tests on the host; "
            + "1 of 1 planted bugs caught.",
        note.text());
    assertEquals("../planted.html#sum", note.select("a").attr("href"));
    assertTrue(page(PAGE).select(".foot").text().contains("Every listing here was compiled"));
  }

  @Test
  void the_table_of_planted_bugs_is_a_page() throws Exception {
    assumeCompiler();
    report(book.build());
    Document page = page("planted.html");
    assertEquals("Sums", page.select("h2#sum").text());
    assertEquals(List.of("Bug", "What is wrong", "Caught by"), page.select("thead th").eachText());
    assertEquals("one-less", page.select("tr#sum-one-less th").text());
  }

  @Test
  void a_changed_file_is_judged_anew() throws Exception {
    assumeCompiler();
    report(book.build());
    edit("snippets/native/adder.c", text -> text.replace("one + other", "other + one"));
    report(book.build());
    assertTrue(page(PAGE).select(".listing pre").text().contains("other + one"));
    assertEquals("", note().select(".unproven").text());
  }

  @Test
  void two_builds_give_the_same_bytes() throws Exception {
    assumeCompiler();
    report(book.build());
    var first = book.site();
    report(book.build());
    assertEquals(first, book.site());
  }

  @Test
  void without_the_tool_the_book_is_built_and_the_listing_says_that_it_is_not_proven()
      throws Exception {
    edit("volumes/book.yaml", text -> text.replace("needs: [gcc,", "needs: [no-such-compiler,"));
    BuildResult result = book.build();
    Report report = report(result);
    assertEquals(report.listings().total() - 1, report.listings().proven());
    List<Problem> problems = result.problems();
    assertEquals(1, problems.size(), problems::toString);
    Problem told = problems.getFirst();
    assertEquals(Severity.WARNING, told.severity());
    assertEquals("volumes/book.yaml:13", told.place().toString());
    assertEquals("1 listing stays unproven: judge adding lacks no-such-compiler", told.title());
    assertEquals("Install a C compiler and make.", told.hint());
    assertEquals("Not proven by this build: it needs no-such-compiler.", note().text());
    assertTrue(note().hasClass("unproven"));
    assertFalse(page(PAGE).select(".foot").text().contains("Every listing here was compiled"));
  }

  @Test
  void where_none_of_its_tests_can_run_the_listing_says_what_they_need() throws Exception {
    assumeCompiler();
    edit(
        "snippets/native/Makefile",
        text -> text.replace("the host\\t1\\t1\\tsum\\t1\\t1", "a kernel\\t0\\t0\\t\\t\\t"));
    BuildResult result = book.build();
    Report report = report(result);
    assertEquals(report.listings().total() - 1, report.listings().proven());
    List<Problem> problems = result.problems();
    assertEquals(1, problems.size(), problems::toString);
    Problem told = problems.getFirst();
    assertEquals(Severity.WARNING, told.severity());
    assertEquals("volumes/vol-one/second-look.adoc:11", told.place().toString());
    assertEquals(
        "snippets/native/adder.c stays unproven: judge adding could not run its tests",
        told.title());
    assertEquals("They need a kernel.", told.hint());
    assertEquals("Not proven by this build: it needs a kernel.", note().text());
    assertTrue(note().hasClass("unproven"));
  }

  @Test
  void a_judge_that_no_chapter_needs_is_not_run() throws Exception {
    Path chapter = Path.of("volumes/vol-one/second-look.adoc");
    Files.copy(
        GoldenBook.GOLDEN.resolve("base").resolve(chapter),
        book.folder().resolve(chapter),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    edit("volumes/book.yaml", text -> text.replace("[make, -s, judged]", "[./no-such-program]"));
    assertEquals(List.of(), book.build().problems());
  }

  private static void assumeCompiler() {
    Arrays.asList("gcc", "make").forEach(GoldenBook::assumeTool);
  }

  private static Report report(BuildResult result) {
    assertEquals(0, result.errors(), () -> ProblemsAsText.of(result.problems()));
    return Objects.requireNonNull(result.report());
  }

  private Element note() throws IOException {
    return Objects.requireNonNull(page(PAGE).selectFirst(".listing .box-proof"));
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(book.published().resolve(path)));
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = book.folder().resolve(file);
    String before = Files.readString(path);
    String after = change.apply(before);
    assertFalse(after.equals(before), "the edit changes nothing");
    Files.writeString(path, after);
  }
}
