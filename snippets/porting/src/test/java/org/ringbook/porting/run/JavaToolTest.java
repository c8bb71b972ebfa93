package org.ringbook.porting.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaToolTest {
  @TempDir Path folder;

  private List<String> compile(String text) throws IOException {
    Files.writeString(folder.resolve("T.java"), text);
    return new JavaTool(folder, folder).compile(List.of("T.java"));
  }

  @Test
  void tests_pass_or_say_what_they_threw() throws IOException {
    String text =
        """
        class T {
          public static void good() {}
          public static void bad() { throw new IllegalStateException("3 lost"); }
          static void hidden() { throw new IllegalStateException(); }
          public void notStatic() { throw new IllegalStateException(); }
        }
        """;
    assertEquals(List.of(), compile(text));
    assertEquals(
        Map.of("good", "passed", "bad", "IllegalStateException: 3 lost"),
        new JavaTool(folder, folder).test("T"));
  }

  @Test
  void what_the_compiler_says_is_one_line_each() throws IOException {
    List<String> said = compile("class T { int x = y; }");
    assertEquals(
        List.of("line 1: cannot find symbol; symbol: variable y; location: class T"), said);
    assertThrows(IllegalArgumentException.class, () -> new JavaTool(folder, folder).test("T"));
  }

  @Test
  void warnings_are_told_too() throws IOException {
    assertEquals(1, compile("class T { java.util.List l; }").size());
  }
}
