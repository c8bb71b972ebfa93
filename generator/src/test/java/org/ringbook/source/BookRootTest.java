package org.ringbook.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ringbook.source.BookRoot.Resolution;

class BookRootTest {

  private static Path temp = Path.of("");
  private static Path folder = Path.of("");
  private static BookRoot root = new BookRoot(Path.of(""));

  @BeforeContainer
  static void make() throws IOException {
    temp = Files.createTempDirectory("book-root").toRealPath();
    Path book = Files.createDirectories(temp.resolve("book"));
    folder = Files.createDirectories(book.resolve("volumes/one"));
    Files.writeString(temp.resolve("secret"), "");
    Files.createDirectories(temp.resolve("book-beside"));
    Files.writeString(temp.resolve("book-beside/file"), "");
    Files.writeString(folder.resolve("file"), "");
    Files.createSymbolicLink(folder.resolve("link"), temp.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("up"), temp);
    Files.createSymbolicLink(folder.resolve("inner"), folder.resolve("file"));
    Files.createSymbolicLink(folder.resolve("nowhere"), temp.resolve("absent"));
    root = BookRoot.at(book);
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.walk(temp)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Resolution resolve(String reference) {
    return root.resolve(folder, reference);
  }

  @Example
  void files_of_the_book_are_found() {
    Path file = folder.resolve("file");
    assertEquals(new Resolution.Inside(file), resolve("file"));
    assertEquals(new Resolution.Inside(file), resolve("../one/./file"));
    assertEquals(new Resolution.Inside(file), resolve("inner"));
    assertEquals(new Resolution.Missing(folder.resolve("absent")), resolve("absent"));
    assertEquals("volumes/one/file", root.relative(file));
  }

  @Example
  void nothing_else_is() {
    for (String out :
        new String[] {
          "../../../secret", "/etc/passwd", "file:/etc/passwd", "https://example.org/x", "link",
          "up/secret", "../../../book-beside/file", "C:/x", "nul\0char", "../../.."
        }) {
      assertInstanceOf(Resolution.Outside.class, resolve(out), out);
    }
  }

  @Property(tries = 2000)
  void no_text_leads_out(@ForAll String reference) {
    assertInside(reference);
  }

  @Property(tries = 2000)
  void no_path_leads_out(
      @ForAll @Chars({'.', '/', '\\', ':', '~', '\0'}) @CharRange(from = 'a', to = 'f')
          String reference) {
    assertInside(reference);
  }

  private static void assertInside(String reference) {
    switch (resolve(reference)) {
      case Resolution.Inside(Path file) -> assertTrue(file.startsWith(root.path()), reference);
      case Resolution.Missing(Path file) -> assertTrue(file.startsWith(root.path()), reference);
      case Resolution.Outside _ -> {}
    }
  }
}
