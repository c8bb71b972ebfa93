package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProverCacheTest {

  private static final String CORE =
      """
      package core;

      public class Size {
        public static int bytes() {
          return %d;
        }
      }
      """;

  private final Path folder;
  private final BookFolder book;

  ProverCacheTest(@TempDir Path folder) {
    this.folder = folder;
    this.book = new BookFolder(folder);
    book.write("snippets/core/src/main/java/core/Size.java", CORE.formatted(16));
    book.example(
        "Uses",
        """
        //SOURCES ../../core/src/main/java/core/*.java
        void main() { IO.println(core.Size.bytes()); }
        """,
        "16\n");
    book.example("Plain", "void main() { IO.println(1); }\n", "1\n");
  }

  @Test
  void a_second_build_runs_and_compiles_nothing() throws InterruptedException {
    assertEquals(0, book.prove().book().proof().examplesFromCache());
    try (Prover prover = new Prover(book.settings())) {
      BookFolder.Proven again = book.prove(prover);
      assertEquals(List.of(), again.problems());
      assertEquals(2, again.book().proof().examplesFromCache());
      assertEquals(2, again.book().proof().examplesProven());
      assertEquals(0, prover.workersStarted());
    }
  }

  @Test
  void a_changed_source_runs_what_uses_it_again_in_the_warm_worker() throws InterruptedException {
    try (Prover prover = new Prover(book.settings())) {
      book.prove(prover);
      book.write("snippets/core/src/main/java/core/Size.java", CORE.formatted(32));
      BookFolder.Proven again = book.prove(prover);
      assertEquals(List.of("output-drift"), again.codes());
      assertEquals("32\n", again.example("uses").output());
      assertEquals(1, again.book().proof().examplesFromCache());
      assertEquals(1, prover.workersStarted());
    }
  }

  @Test
  void a_file_that_an_example_says_it_reads_counts_too() throws InterruptedException {
    Path data = book.write("data/words.txt", "one\n");
    book.example(
        "Reads",
        """
        //READS ../../../data/*.txt
        void main() throws Exception {
          IO.print(java.nio.file.Files.readString(java.nio.file.Path.of("%s")));
        }
        """
            .formatted(data),
        "one\n");
    assertEquals(List.of(), book.prove().problems());
    assertEquals(3, book.prove().book().proof().examplesFromCache());
    book.write("data/words.txt", "two\n");
    BookFolder.Proven again = book.prove();
    assertEquals("two\n", again.example("reads").output());
    assertEquals(List.of("output-drift"), again.codes());
    assertEquals(2, again.book().proof().examplesFromCache());
  }

  @Test
  void files_that_are_read_must_be_there_and_in_the_book() throws InterruptedException {
    book.example(
        "Reads", "//READS none.txt\n//READS ../../../../*\nvoid main() { IO.print(1); }\n", "1");
    assertEquals(List.of("no-sources", "path-outside-book"), book.prove().codes());
  }

  @Test
  void a_broken_source_stops_only_what_uses_it() throws InterruptedException {
    book.write("snippets/core/src/main/java/core/Size.java", CORE.replace("%d", "nothing"));
    BookFolder.Proven proven = book.prove();
    assertEquals(5, proven.only("does-not-compile", "Size.java").place().line());
    assertEquals(List.of("does-not-compile"), proven.codes());
    assertEquals(List.of("plain"), List.copyOf(proven.book().examples().keySet()));
  }

  @Test
  void a_source_that_only_the_batch_has_is_missed() throws InterruptedException {
    book.example("Sneaks", "void main() { IO.println(core.Size.bytes()); }\n", "16\n");
    BookFolder.Proven proven = book.prove();
    assertEquals(List.of("source-not-listed"), proven.codes());
    proven.only("source-not-listed", "Sneaks.java");
  }

  @Test
  void a_corrupt_entry_is_taken_for_none() throws Exception {
    book.prove();
    for (Path entry : Folders.list(book.root().resolve("target/p/cache"))) {
      Files.writeString(entry, Files.readString(entry) + "tampered");
    }
    BookFolder.Proven again = book.prove();
    assertEquals(List.of(), again.problems());
    assertEquals(0, again.book().proof().examplesFromCache());
  }

  @Test
  void accepting_records_stable_outputs_only() throws InterruptedException, IOException {
    book.example("New", "void main() { IO.println(\"seen\"); }\n");
    Path file = book.example("Clock", "void main() { IO.println(System.nanoTime()); }\n");
    BookFolder.Proven proven = book.prove(book.settings().accepting(true));
    assertEquals(List.of("output-not-stable"), proven.codes());
    assertEquals("seen\n", Files.readString(file.resolveSibling("New.out")));
    assertFalse(Files.exists(file.resolveSibling("Clock.out")));
  }

  @Test
  void an_interrupted_build_ends_its_runs() throws InterruptedException {
    book.example("ZHangs", "void main() { while (true) Thread.onSpinWait(); }\n", "now\n");
    try (Prover prover = new Prover(book.settings())) {
      Thread caller = Thread.currentThread();
      ProveProgress interrupts =
          (what, done, total) -> {
            if (what.equals("run") && done == total - 1) {
              caller.interrupt();
            }
          };
      assertThrows(InterruptedException.class, () -> book.prove(prover, interrupts));
      book.write(
          "snippets/examples/one/ZHangs.java",
          "//JAVA 25+\n//DESCRIPTION Ends.\nvoid main() { IO.println(\"now\"); }");
      assertEquals(List.of(), book.prove(prover).problems());
    }
  }

  @Test
  void the_cache_keeps_only_so_many_entries() {
    ProofCache cache = new ProofCache(folder.resolve("cache"), 3);
    for (int i = 0; i < 5; i++) {
      cache.put("key" + i, "text" + i);
    }
    cache.trim();
    assertEquals(3, Folders.list(folder.resolve("cache")).size());
  }
}
