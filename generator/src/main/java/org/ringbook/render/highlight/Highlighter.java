package org.ringbook.render.highlight;

import java.util.Map;
import java.util.Set;

/** Colours code for a page. */
public final class Highlighter {

  private static final Lexer PLAIN = scan -> scan.plain(Integer.MAX_VALUE);
  private static final Lexer JAVA = new JavaLexer();
  private static final Lexer C = new CLexer();
  private static final Lexer SHELL = new ShellLexer();
  private static final Lexer YAML = new YamlLexer();
  private static final Lexer XML = new XmlLexer();

  private static final Map<String, Lexer> LEXERS =
      Map.ofEntries(
          Map.entry("java", JAVA),
          Map.entry("c", C),
          Map.entry("sh", SHELL),
          Map.entry("shell", SHELL),
          Map.entry("bash", SHELL),
          Map.entry("console", new ConsoleLexer()),
          Map.entry("yaml", YAML),
          Map.entry("yml", YAML),
          Map.entry("json", new JsonLexer()),
          Map.entry("xml", XML),
          Map.entry("html", XML));

  private Highlighter() {}

  /** The languages that get colour, as a source block names them. */
  public static Set<String> languages() {
    return LEXERS.keySet();
  }

  /**
   * Escaped HTML of a piece of code, with a span around each word that has a colour.
   *
   * @param language as in {@code [source,java]}; any other than {@link #languages} gets no spans
   * @param code anything, finished or not
   * @return HTML for the inside of a {@code <pre>}; its text is the code, character by character
   */
  public static String html(String language, String code) {
    Scan scan = new Scan(code);
    LEXERS.getOrDefault(language, PLAIN).paint(scan);
    return scan.html();
  }
}
