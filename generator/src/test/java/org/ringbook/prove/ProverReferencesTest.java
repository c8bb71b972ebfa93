package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;
import org.ringbook.model.Use;

/** What chapters show, and where files come from. */
class ProverReferencesTest {

  private static final String SOUND = "void main() { IO.println(1); }\n";
  private static final String FORMAT =
      """
      package core;

      import java.lang.foreign.*;
      import java.util.List;

      final class Format {
        static { System.out.println("printed by the class"); }
        enum Writer { DRIVER, DEVICE }
        record Bits(String name, int bit, int width, Writer writer) {}
        static final String TITLE = "format";
        static final MemoryLayout LAYOUT = MemoryLayout.structLayout(
            ValueLayout.JAVA_SHORT.withName("length"), ValueLayout.JAVA_SHORT.withName("flags"));
        static final List<Bits> FIELDS = List.of(
            new Bits("length", 0, %d, Writer.DRIVER), new Bits("done", 16, 16, Writer.DEVICE));
      }
      """;

  private final Path elsewhere;
  private final BookFolder book;

  ProverReferencesTest(@TempDir Path folder, @TempDir Path elsewhere) {
    this.elsewhere = elsewhere;
    this.book = new BookFolder(folder);
  }

  @Test
  void tags_and_examples_must_fit_the_chapters() throws InterruptedException {
    book.write(
        "snippets/examples/one/Tagged.java",
        """
        //JAVA 25+
        //DESCRIPTION Shows.
        void main() {
          // tag::shown[]
          IO.println(1);
          // end::shown[]
          // tag::lost[]
          // end::lost[]
        }
        """);
    book.write("snippets/examples/one/Tagged.out", "1\n");
    book.write(
        "snippets/examples/two/Tagged.java",
        """
        //JAVA 25+
        //DESCRIPTION S.
        """
            + SOUND);
    book.write("snippets/examples/one/Alone.java", "//DEPS a:b:1\n" + SOUND);
    book.write("snippets/examples/one/Alone.out", "1\n");
    book.use(new Use.ExampleUse("tagged", List.of("shown", "shwon"), book.place()));
    BookFolder.Proven proven = book.prove();
    assertEquals("did you mean shown?", proven.only("unknown-tag", "chapter.adoc").hint());
    assertEquals(7, proven.only("unused-tag", "Tagged.java").place().line());
    proven.only("duplicate-example", "two/Tagged.java");
    proven.only("unused-example", "Alone.java");
    assertEquals(
        3,
        proven.codes().stream().filter("example-header"::equals).count(),
        "DEPS, no JAVA, no text");
    assertEquals("IO.println(1);\n", proven.example("tagged").regions().get("shown"));
    assertEquals(7, proven.problems().size(), proven.problems()::toString);
  }

  @Test
  void no_file_outside_the_book_is_read() throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("Secret.java"), "class Secret {}\n");
    book.example("Climbs", "//SOURCES ../../../../../../../etc/passwd\n" + SOUND, "1\n");
    book.example("Names", "//SOURCES " + secret + "\n" + SOUND, "1\n");
    Files.createDirectories(book.root().resolve("snippets/core"));
    Files.createSymbolicLink(book.root().resolve("snippets/core/Link.java"), secret);
    Files.createSymbolicLink(book.root().resolve("snippets/folder"), elsewhere);
    book.example("Links", "//SOURCES ../../core/*.java\n" + SOUND, "1\n");
    book.example("LinksFolder", "//SOURCES ../../folder/*.java\n" + SOUND, "1\n");
    Files.createSymbolicLink(book.root().resolve("snippets/examples/one/Whole.java"), secret);
    Path output = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
    Path linked = book.example("Output", SOUND);
    Files.createSymbolicLink(linked.resolveSibling("Output.out"), output);
    book.listing("java", "class Secret {}", "../../etc/passwd");
    BookFolder.Proven proven = book.prove();
    for (String name : List.of("Climbs", "Names", "Links", "LinksFolder")) {
      assertEquals(3, proven.only("path-outside-book", "/" + name + ".java").place().line());
    }
    proven.only("path-outside-book", "Whole.java");
    proven.only("path-outside-book", "Output.java");
    proven.only("path-outside-book", "chapter.adoc");
    assertTrue(proven.problems().stream().noneMatch(p -> p.detail().contains("secret")));
  }

  @Test
  void accepting_replaces_a_link_rather_than_writes_through_it()
      throws InterruptedException, IOException {
    Path output = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
    Path linked = book.example("Output", SOUND);
    Files.createSymbolicLink(linked.resolveSibling("Output.out"), output);
    assertEquals(List.of(), book.prove(book.settings().accepting(true)).problems());
    assertEquals("secret", Files.readString(output));
    assertEquals("1\n", Files.readString(linked.resolveSibling("Output.out")));
  }

  @Test
  void listings_are_proven_by_the_compiler_a_parser_or_a_given_proof() throws InterruptedException {
    book.write("snippets/core/src/main/java/module-info.java", "module core { }\n");
    book.write("snippets/more/src/main/java/module-info.java", "module more { requires core; }\n");
    book.write(
        "snippets/core/src/main/java/core/A.java",
        """
        package core;
        public class A {}
        """);
    book.write(
        "snippets/more/src/main/java/more/B.java",
        """
        package more;
        class B extends core.A {}
        """);
    book.write("data/good.json", "{\"a\": [1]}");
    book.write("data/bad.json", "{\"a\": [1}");
    book.write("data/good.yaml", "a: [1]\n");
    book.write("data/good.xml", "<a/>");
    book.write("data/evil.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><a>&e;</a>");
    book.listing(
        "java", "class B extends core.A {} // <1>", "snippets/more/src/main/java/more/B.java");
    book.listing("java", "int x;", "");
    book.listing("java", "int y;", "snippets/more/src/main/java/more/B.java");
    book.listing("json", "{}", "data/good.json");
    book.listing("json", "{}", "data/bad.json");
    book.listing("yaml", "a: [1]", "data/good.yaml");
    book.listing("xml", "<a/>", "data/good.xml");
    book.listing("xml", "<a/>", "data/evil.xml");
    book.listing("text", "anything", "");
    book.listing("console", "$ ls", "");
    ListingProof console =
        (listing, _) ->
            listing.language().equals("console")
                ? ListingProof.Verdict.PROVEN
                : ListingProof.Verdict.PASS;
    BookFolder.Proven proven = book.prove(book.settings().proving(List.of(console)));
    assertEquals(10, proven.book().proof().listings());
    assertEquals(5, proven.book().proof().listingsProven(), proven.problems()::toString);
    proven.only("malformed-data", "bad.json");
    proven.only("malformed-data", "evil.xml");
    assertEquals(9, proven.only("unproven-listing", "chapter.adoc").place().line());
    assertEquals(5, proven.problems().size(), proven.problems()::toString);
  }

  @Test
  void layouts_are_read_from_the_compiled_classes() throws InterruptedException {
    book.write("snippets/core/src/main/java/module-info.java", "module core { }\n");
    book.write("snippets/core/src/main/java/core/Format.java", FORMAT.formatted(16));
    book.write(
        "snippets/core/src/main/java/core/Wrong.java",
        FORMAT.replace("class Format", "class Wrong").formatted(15));
    book.write(
        "snippets/core/src/main/java/core/Bare.java",
        """
        package core;
        class Bare {}
        """);
    for (String type : List.of("core.Format", "core.Fromat", "core.Wrong", "core.Bare")) {
      book.use(new Use.BitLayoutUse(type, "", book.place()));
    }
    BookFolder.Proven proven = book.prove();
    BitLayout expected =
        new BitLayout(
            "core.Format",
            "format",
            32,
            List.of(
                new BitField("length", 0, 16, "driver"), new BitField("done", 16, 16, "device")));
    assertEquals(Map.of("core.Format", expected), proven.book().layouts());
    assertEquals("did you mean core.Format?", proven.only("unknown-layout", "").hint());
    assertTrue(proven.only("layout-disagrees", "").detail().contains("a gap before done"));
    proven.only("unreadable-layout", "");
    assertEquals(3, proven.problems().size(), proven.problems()::toString);
  }
}
