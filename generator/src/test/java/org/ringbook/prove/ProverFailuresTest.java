package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Use;

/** One run of one worker over every way to fail; what is sound is proven all the same. */
class ProverFailuresTest {

  private static final String SOUND = "void main() { IO.println(\"fine\"); }\n";

  private static BookFolder.Proven proven;

  @BeforeAll
  static void prove(@TempDir Path folder) throws InterruptedException {
    BookFolder book = new BookFolder(folder);
    book.example("AFirst", SOUND, "fine\n");
    book.example(
        "Broken",
        """
        void main() {
          int x = "no";
        }
        """,
        "");
    book.example(
        "BrokenSyntax",
        """
        void main() {
          int x = ;
        }
        """,
        "");
    book.example(
        "Warned",
        """
        void main() {
          java.util.List l = null;
        }
        """,
        "");
    book.example("Drifts", "void main() { IO.println(\"new\"); }\n", "old\n");
    book.example(
        "Throws",
        """
        void main() {
          throw new IllegalStateException("oh");
        }
        """,
        "");
    book.example(
        "ThrowsAside",
        """
        void main() {
          new Thread(() -> {
            throw new IllegalStateException("aside");
          }).start();
        }
        """,
        "");
    book.example(
        "Hangs",
        """
        void main() {
          while (true) {
            Thread.onSpinWait();
          }
        }
        """,
        "");
    book.example(
        "Exits",
        """
        void main() {
          System.exit(0);
        }
        """,
        "");
    book.example(
        "Halts",
        """
        void main() {
          Runtime.getRuntime().halt(7);
        }
        """,
        "");
    book.example(
        "Floods",
        """
        void main() {
          String line = "x".repeat(1000);
          for (int i = 0; i < 100_000; i++) IO.println(line);
        }
        """,
        "");
    book.example(
        "Hoards",
        """
        void main() {
          var all = new java.util.ArrayList<long[]>();
          while (true) all.add(new long[100_000]);
        }
        """,
        "");
    book.example(
        "Scribbles",
        """
        void main() throws Exception {
          var raw = new java.io.FileOutputStream(java.io.FileDescriptor.out);
          raw.write("straight to the pipe".getBytes());
          raw.flush();
        }
        """,
        "");
    book.example(
        "Lingers",
        """
        void main() {
          System.setProperty("left", "behind");
          System.err.println("both");
          new Thread(() -> IO.println("late")).start();
        }
        """,
        """
        both
        late
        """);
    book.example("Unrecorded", SOUND);
    book.example("ZLast", "void main() { IO.println(System.getProperty(\"left\")); }\n", "null\n");
    book.example(
        "Static",
        """
        class Static {
          public static void main(String[] a) {
            System.out.println(a.length);
          }
        }
        """,
        "0\n");
    book.use(new Use.ExampleUse("a-frist", List.of(), book.place()));
    book.write("snippets/examples/one/Orphan.out", "");
    proven = book.prove(book.settings().within(Duration.ofSeconds(3)));
  }

  private static Place at(String code, String file) {
    return proven.only(code, file).place();
  }

  @Test
  void sound_examples_are_proven_beside_the_failing_ones() {
    Set<String> ran = proven.book().examples().keySet();
    assertTrue(ran.containsAll(Set.of("a-first", "z-last", "static", "lingers")), ran::toString);
    assertEquals("fine\n", proven.example("a-first").output());
    assertEquals("null\n", proven.example("z-last").output());
    assertEquals("Shows something.", proven.example("a-first").description());
    assertEquals(SOUND, proven.example("a-first").body());
    assertEquals(17, proven.book().proof().examplesTotal());
  }

  @Test
  void compiler_errors_and_warnings_stand_at_their_lines() {
    assertEquals(4, at("does-not-compile", "/Broken.java").line());
    assertEquals(4, at("does-not-compile", "BrokenSyntax.java").line());
    assertEquals(4, at("compiler-warning", "Warned.java").line());
    assertTrue(
        proven.only("does-not-compile", "/Broken.java").detail().contains("incompatible types"));
  }

  @Test
  void a_throw_stands_at_the_examples_line_without_frames_of_the_harness() {
    Problem problem = proven.only("example-throws", "/Throws.java");
    assertEquals(4, problem.place().line());
    assertEquals(
        "java.lang.IllegalStateException: oh\n\tat Throws.main(Throws.java:4)", problem.detail());
    assertEquals(5, at("example-throws", "ThrowsAside.java").line());
  }

  @Test
  void a_hang_and_an_exit_stand_at_the_line_they_happen() {
    int line = at("example-hangs", "Hangs.java").line();
    assertTrue(line == 4 || line == 5, () -> "line " + line);
    assertEquals(4, at("example-exits", "Exits.java").line());
  }

  @Test
  void a_lost_worker_is_the_failure_of_its_example() {
    assertTrue(proven.only("example-crashes", "Halts.java").detail().contains("code 7"));
    String words = proven.only("example-crashes", "Hoards.java").detail();
    assertTrue(words.contains("java.lang.OutOfMemoryError"), words);
    proven.only("example-crashes", "Scribbles.java");
  }

  @Test
  void endless_printing_is_stopped() {
    proven.only("too-much-output", "Floods.java");
  }

  @Test
  void a_drift_is_shown_as_a_diff() {
    assertEquals(
        """
        --- recorded
        +++ printed
        @@ -1,1 +1,1 @@
        -old
        +new\
        """,
        proven.only("output-drift", "Drifts.java").detail());
  }

  @Test
  void outputs_and_examples_that_miss_each_other_are_told() {
    proven.only("output-not-recorded", "Unrecorded.java");
    proven.only("orphan-output", "Orphan.out");
    Problem unknown = proven.only("unknown-example", BookFolder.CHAPTER);
    assertEquals("did you mean a-first?", unknown.hint());
  }

  @Test
  void nothing_else_is_reported() {
    assertEquals(15, proven.problems().size(), proven.problems()::toString);
  }
}
