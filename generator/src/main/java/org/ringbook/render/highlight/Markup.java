package org.ringbook.render.highlight;

/** HTML under construction: every character is kept, the five dangerous ones escaped. */
final class Markup {

  private final StringBuilder html = new StringBuilder();

  void plain(String code, int from, int to) {
    for (int i = from; i < to; i++) {
      escape(code.charAt(i));
    }
  }

  /** A span; nothing where the stretch is empty. */
  void paint(Ink ink, String code, int from, int to) {
    if (from >= to) {
      return;
    }
    html.append("<span class=\"").append(ink.htmlClass()).append("\">");
    plain(code, from, to);
    html.append("</span>");
  }

  private void escape(char c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      // A browser would read a bare carriage return as a line feed.
      case '\r' -> html.append("&#13;");
      default -> html.append(c);
    }
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
