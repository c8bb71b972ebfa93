package org.ringbook.search.apimap;

import java.util.List;

/** Builds HTML in which text can never become markup. */
final class HtmlText {

  private final StringBuilder html = new StringBuilder();

  /** Text with everything escaped that could end an element, an attribute or an entity. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Markup as it stands; only for what this program writes itself. */
  HtmlText raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Text, escaped. */
  HtmlText text(String text) {
    html.append(escape(text));
    return this;
  }

  /** A name, escaped, with a place to break it between its pieces. */
  HtmlText name(String name) {
    List<String> pieces = NamePieces.of(name);
    html.append(String.join("<wbr>", pieces.stream().map(HtmlText::escape).toList()));
    return this;
  }

  /** An element that holds only text, with a class attribute unless the class is empty. */
  HtmlText element(String name, String cssClass, String text) {
    html.append('<').append(name);
    if (!cssClass.isEmpty()) {
      html.append(" class=\"").append(escape(cssClass)).append('"');
    }
    html.append('>').append(escape(text)).append("</").append(name).append('>');
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
