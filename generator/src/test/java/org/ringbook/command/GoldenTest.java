package org.ringbook.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.build.BuildResult;

/**
 * Bad books, a folder for each. The book of {@code base} is good; a case lays its {@code book/}
 * over it and carries out its {@code changes.txt}. The build must print what {@code expected.txt}
 * says, fail, and leave the site as it was.
 *
 * <p>All cases spoil the same book, one after the other, with one warm pipeline: what it keeps
 * between builds is tested along. {@code -Dgolden.refresh=true} writes what is expected anew.
 */
class GoldenTest {

  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  static Path temp;

  private static GoldenBook book;
  private static Path version;
  private static SortedMap<String, String> site;

  @BeforeAll
  static void buildTheGoodBook() throws Exception {
    book = new GoldenBook(temp);
    assertIsGood(book.build());
    version = book.published();
    site = book.site();
  }

  @AfterAll
  static void close() {
    book.close();
  }

  @TestFactory
  Stream<DynamicTest> each_bad_book_is_told_as_expected_and_changes_no_site() throws IOException {
    return cases().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getFileName().toString(), () -> judge(fault)));
  }

  @TestFactory
  Stream<DynamicTest> each_case_spoils_something() throws IOException {
    return cases().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getFileName().toString(), () -> spoils(fault)));
  }

  private static List<Path> cases() throws IOException {
    String only = System.getProperty("golden.only", "");
    try (Stream<Path> folders = Files.list(GoldenBook.GOLDEN)) {
      return folders
          .filter(folder -> !folder.endsWith("base"))
          .filter(folder -> only.isEmpty() || folder.getFileName().toString().matches(only))
          .sorted()
          .toList();
    }
  }

  private static void judge(Path fault) throws Exception {
    GoldenBook.assumeToolsOf(fault);
    try {
      book.spoil(fault);
      BuildResult result = book.build();
      String told = told(result);
      compare(fault.resolve("expected.txt"), told);
      assertFalse(result.succeeded(), "a bad book was taken for a good one");
    } finally {
      book.restore();
    }
    assertEquals(version, book.published());
    assertEquals(site, book.site());
    assertIsGood(book.build());
    assertEquals(version, book.published(), "the restored book gives another site");
  }

  /** As printed, but without what differs from folder to folder and from JDK to JDK. */
  private static String told(BuildResult result) {
    return ProblemsAsText.of(result.problems())
        .replace(book.folder().toString(), "BOOK")
        .replaceAll("(?m)^    \\| \\tat java\\.base/.*\\n", "");
  }

  private static void compare(Path expected, String told) throws IOException {
    if (REFRESH) {
      Files.writeString(expected, told);
    }
    assertTrue(Files.exists(expected), () -> expected + " is missing; it would be:\n" + told);
    assertEquals(Files.readString(expected), told);
  }

  private static void assertIsGood(BuildResult result) throws IOException {
    assertEquals("0 errors\n", ProblemsAsText.of(result.problems()).strip() + "\n");
  }

  private static void spoils(Path fault) {
    assertTrue(
        Files.isDirectory(fault.resolve("book")) || Files.exists(fault.resolve("changes.txt")),
        "neither book/ nor changes.txt");
  }
}
