package org.ringbook.search.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What declares {@code wanted}, and what only looks like it. */
class CDeclarationsTest {

  private static List<Declared> declared(String code) {
    return CDeclarations.of(CSource.code(code), Set.of("wanted"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          MACRO      | #define wanted 1
          MACRO      | #  define\twanted(a) (a)
          FUNCTION   | int wanted(void);
          FUNCTION   | extern struct sk_buff *wanted(int a);
          FUNCTION   | static inline int wanted(int a) { return a; }
          FUNCTION   | int other(void), wanted(void);
          FUNCTION   | void (wanted)(int a);
          FUNCTION   | extern "C" { int wanted(void); }
          FUNCTION   | __printf(1, 2) void wanted(const char *f, ...);
          FUNCTION   | EXPORT_SYMBOL(other) int wanted(void);
          MEMBER     | struct a { int wanted; };
          MEMBER     | struct a { int x, wanted; };
          MEMBER     | struct a { u8 wanted[4]; };
          MEMBER     | struct a { u8 wanted : 1; };
          MEMBER     | struct a { u8 wanted __aligned(8); };
          MEMBER     | struct a { struct { int b; } wanted; };
          MEMBER     | struct a { int (*wanted)(struct net_device *dev); };
          MEMBER     | struct __attribute__((packed)) a { int wanted; };
          MEMBER     | typedef struct _A { LIST_ENTRY(x) wanted; } A;
          ENUMERATOR | enum a { b, wanted = (1, 2), c };
          ENUMERATOR | typedef enum { wanted } a;
          TAG        | struct wanted { int a; };
          TAG        | typedef enum wanted { a } b;
          TYPEDEF    | typedef struct a wanted;
          TYPEDEF    | typedef struct _A { int a; } wanted, *PA;
          TYPEDEF    | typedef struct _A { int a; } A, *wanted;
          TYPEDEF    | typedef VOID (NTAPI *wanted)(int a);
          TYPEDEF    | typedef VOID (wanted)(int a);
          TYPEDEF    | typedef VOID wanted(int a);
          VARIABLE   | extern int wanted;
          VARIABLE   | extern int wanted[];
          MADE       | MALLOC_DECLARE(wanted);
          MADE       | MBUF_DEFINE(wanted, 1, 2);
          """)
  void aDeclarationIsKnownByItsShape(Shape shape, String code) {
    assertEquals(List.of(new Declared("wanted", shape, 1)), declared(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* int wanted(void); */",
        "// int wanted(void); \\\nint wanted(void);",
        "char *s = \"int wanted(void);\";",
        "char *s = \"a \\\" int wanted(void);\";",
        "int c = '\\''; /* ' */ char d = 'w'; // wanted",
        "#undef wanted",
        "#define other wanted",
        "#define other \\\n int wanted(void);",
        "#ifdef wanted\n#endif",
        "int other(void) { return wanted(1); }",
        "int other(void) { wanted(1); }",
        "int other(void) { int wanted = 1; }",
        "int other(int wanted);",
        "int other(struct a *wanted);",
        "struct a { int (*other)(struct b *wanted); };",
        "typedef int (*other)(struct b *wanted);",
        "struct wanted;",
        "struct wanted *other(void);",
        "struct ops o = { .wanted = other };",
        "struct ops o = { wanted, };",
        "EXPORT_SYMBOL(wanted);",
        "wanted(other);",
        "int not_wanted(void); int wanted2(void);",
        "int f(x) struct wanted *x; { }",
        "} } } wanted",
      })
  void aUseIsNoDeclaration(String code) {
    assertEquals(List.of(), declared(code));
  }

  @Test
  void linesAreCountedThroughCommentsAndContinuations() {
    String code = "/* a\n b */\n#define x \\\n 1\nint\nwanted(void)\n{ }\n";
    assertEquals(List.of(new Declared("wanted", Shape.FUNCTION, 6)), declared(code));
  }

  @Test
  void bothBranchesOfAConditionStartFromTheSameBraces() {
    String code =
        """
        #ifdef A
        int a(int x) {
        #else
        int a(void) {
        #endif
         return 1; }
        int wanted(void);
        """;
    assertEquals(List.of(new Declared("wanted", Shape.FUNCTION, 7)), declared(code));
  }

  @Test
  void aHeaderForTwoLanguagesIsRead() {
    String code =
        """
        #ifdef __cplusplus
        extern "C" {
        #endif
        int wanted(void);
        #ifdef __cplusplus
        }
        #endif
        """;
    assertEquals(List.of(new Declared("wanted", Shape.FUNCTION, 4)), declared(code));
  }

  @Test
  void brokenFilesEndTheSearchAndNothingElse() {
    Stream.of("{{{{", "}}}}", "((((", "))))", "#else\n#endif\n#elif", "\"", "'", "/*", "\\", "#")
        .forEach(code -> assertEquals(List.of(), declared(code), code));
  }
}
