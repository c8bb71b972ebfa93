package org.ringbook.render.highlight;

/** What a stretch of code is; the class of its span is the first letter, in lower case. */
enum Ink {
  KEYWORD,
  STRING,
  COMMENT,
  NUMBER,
  TYPE,
  ANNOTATION,
  PROMPT,
  INSERT;

  String htmlClass() {
    return name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
  }
}
