package org.ringbook.render.highlight;

/** Knows one language: paints a scan from where it stands to its end. */
interface Lexer {

  /** Paints everything that is left; must move forward in every step. */
  void paint(Scan scan);
}
