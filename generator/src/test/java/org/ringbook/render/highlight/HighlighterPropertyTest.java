package org.ringbook.render.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

/** Whatever is fed in, finished or not, the text that comes out is the text that went in. */
class HighlighterPropertyTest {

  private static final Pattern SPAN = Pattern.compile("</?span( class=\"[kscntapi]\")?>");

  @Property(tries = 3000)
  void keepsAnyText(@ForAll("languages") String language, @ForAll String code) {
    assertEquals(code, textOf(Highlighter.html(language, code)));
  }

  @Property(tries = 6000)
  void keepsCodeLikeText(@ForAll("languages") String language, @ForAll("shreds") String code) {
    assertEquals(code, textOf(Highlighter.html(language, code)));
  }

  @Property(tries = 3000)
  void isReadBackByAnHtmlParser(
      @ForAll("languages") String language, @ForAll("shreds") String code) {
    // An HTML document cannot hold this one: jsoup, as browsers, takes it for the end of its input.
    Assume.that(code.indexOf('\uffff') < 0);
    String html = Highlighter.html(language, code);
    assertEquals(code, Jsoup.parseBodyFragment("<p>" + html + "</p>").expectFirst("p").wholeText());
    assertFalse(html.contains("<span class=\"s\"></span>"));
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("java", "c", "sh", "console", "yaml", "json", "xml", "text", "unknown");
  }

  /** Texts put together from the pieces that steer the lexers, so that few are well formed. */
  @Provide
  Arbitrary<String> shreds() {
    List<String> pieces =
        List.of(
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\\u00",
            "\\x1",
            "\\7",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\r\n",
            " ",
            "  ",
            "#",
            "#include <",
            "<",
            ">",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "&",
            "&amp;",
            ";",
            "@",
            "@interface",
            "record R(",
            "sealed",
            "non-sealed",
            "when",
            "var",
            "yield",
            "module m {",
            "requires",
            ".",
            "..",
            "0x",
            "1e",
            "1.5",
            "_",
            "$",
            "${",
            "$ ",
            "}",
            "{",
            "(",
            ")",
            "[",
            "]",
            ":",
            ": ",
            "|",
            "- ",
            "---",
            "!t",
            "*a",
            "--x",
            "😀",
            "\ud83d",
            "é",
            "\u2028",
            "\uffff",
            "x");
    return Arbitraries.of(pieces).list().ofMaxSize(24).map(shreds -> String.join("", shreds));
  }

  private static String textOf(String html) {
    return SPAN.matcher(html)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#13;", "\r")
        .replace("&amp;", "&");
  }
}
