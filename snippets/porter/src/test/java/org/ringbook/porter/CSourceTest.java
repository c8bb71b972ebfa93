package org.ringbook.porter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is a function, and what only looks like one. */
class CSourceTest {

  private static List<String> names(String text) {
    return CSource.of("a.c", text).functions().stream().map(CFunction::name).toList();
  }

  @Test
  void functionsAreFoundWithTheirLines() {
    CSource source =
        CSource.of(
            "a.c",
            """
            #include <a.h>

            static int first(void)
            {
                return 1;
            }

            struct pair *
            second(int a,
                   int b)
            {
                return first() + (a ? b : 0);
            }
            """);
    assertEquals(
        List.of("a.c:4 first", "a.c:11 second"),
        source.functions().stream().map(CFunction::toString).toList());
    assertEquals(13, source.lines());
    assertEquals(Map.of("first", 1), Calls.in(source));
  }

  @Test
  void declarationsTablesAndTypesAreNone() {
    assertEquals(
        List.of("real"),
        names(
            """
            int declared(int a);
            static const struct ops table = { .take = real, .size = sizeof(int) };
            struct __attribute__((packed)) pair { int (*callback)(void *os); };
            enum { A = (1), B };
            static DEFINE_LOCK(lock);
            static const int sizes[] = { MACRO(1), MACRO(2) };
            int real(void) { struct pair p = { NULL }; return p.callback(0); }
            """));
  }

  @Test
  void commentsLiteralsAndMacrosAreNoCode() {
    CSource source =
        CSource.of(
            "a.c",
            """
            #define TWICE(x) do { \\
                hidden(x); hidden(x); } while (0)
            /* int ghost(void) { gone(); } */
            int real(void) // gone(
            {
                print("gone( } \\" gone(");
                return '}' + '\\'' + kept();
            }
            """);
    assertEquals(List.of("real"), names(source.code()));
    assertEquals(Map.of("print", 1, "kept", 1), Calls.in(source));
    assertEquals(Set.of("TWICE"), source.macros());
  }

  @Test
  void membersParametersAndKeywordsAreNoCalls() {
    CSource source =
        CSource.of(
            "a.c",
            """
            static void run(struct x *x, void (*done)(void *os))
            {
                if (x->ops->take(x) && x->y . give(x))
                    done(x);
                while (sizeof(*x)) run(x, done);
            }
            """);
    assertEquals(Map.of("run", 1), Calls.in(source));
  }

  @Test
  void attributesAreNotTheName() {
    assertEquals(List.of("say"), names("void __printf(1, 2) say(const char *text, ...) { }"));
  }

  @Test
  void codeKeepsItsPlaces() {
    String text = "a /* b\n c */ d \"e\\\"f\" 'g'\n#h \\\n i\nj";
    String code = CText.code(text);
    assertEquals(text.length(), code.length());
    assertEquals(text.indexOf('d'), code.indexOf('d'));
    assertEquals(5, CText.line(code, code.indexOf('j')));
    assertTrue(code.replaceAll("\\s+", "").equals("adj"), code);
  }

  @Test
  void longMacrosAndLiteralsDoNotUseUpTheStack() {
    String macro = "#define LONG " + "x + \\\n ".repeat(20_000) + "y\n";
    String literal = "const char *text = \"" + "\\n".repeat(40_000) + "\";\n";
    assertEquals(List.of("f"), names(macro + literal + "void f(void) { }"));
  }
}
