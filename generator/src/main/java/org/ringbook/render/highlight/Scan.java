package org.ringbook.render.highlight;

import java.util.function.IntPredicate;

/**
 * A place in a piece of code that only moves forward, and the HTML painted so far.
 *
 * <p>Looking ahead never fails: beyond the end stands {@link #END}.
 */
final class Scan {

  /**
   * What {@link #at} answers beyond the end; no code contains it, as it is no Unicode character.
   */
  static final char END = '\uffff';

  private final String code;
  private final int end;
  private final Markup markup;
  private int place;

  Scan(String code) {
    this(code, 0, code.length(), new Markup());
  }

  private Scan(String code, int place, int end, Markup markup) {
    this.code = code;
    this.place = place;
    this.end = end;
    this.markup = markup;
  }

  /**
   * A scan of the next part of this one, painting into the same HTML; follow it by {@link #skip}.
   */
  Scan part(int until) {
    return new Scan(code, place, Math.min(until, end), markup);
  }

  /** Moves on without painting, over a part that another scan has painted. */
  void skip(int until) {
    place = Math.min(until, end);
  }

  boolean more() {
    return place < end;
  }

  int place() {
    return place;
  }

  /** The place behind the last character. */
  int end() {
    return end;
  }

  /** The character here. */
  char now() {
    return at(place);
  }

  /** The character at any place. */
  char at(int index) {
    return index >= 0 && index < end ? code.charAt(index) : END;
  }

  boolean sees(String text) {
    return sees(text, place);
  }

  boolean sees(String text, int from) {
    return from + text.length() <= end && code.startsWith(text, from);
  }

  String text(int from, int to) {
    return code.substring(from, to);
  }

  /** The first place from {@code from} on whose character doesn't fit. */
  int over(int from, IntPredicate fits) {
    int index = from;
    while (index < end && fits.test(code.charAt(index))) {
      index++;
    }
    return index;
  }

  /** The place behind the next {@code close}, or the end where there is none. */
  int behind(String close, int from) {
    int found = code.indexOf(close, Math.min(from, end), end);
    return found < 0 ? end : found + close.length();
  }

  int overBlanks(int from) {
    return over(from, Character::isWhitespace);
  }

  int lineEnd(int from) {
    return over(from, c -> c != '\n' && c != '\r');
  }

  /** Paints up to a place. */
  void paint(Ink ink, int until) {
    int to = Math.min(until, end);
    markup.paint(ink, code, place, to);
    place = to;
  }

  /** Passes over code that has no colour. */
  void plain(int until) {
    int to = Math.min(until, end);
    markup.plain(code, place, to);
    place = to;
  }

  String html() {
    return markup.toString();
  }

  static boolean isBreak(int c) {
    return c == '\n' || c == '\r';
  }

  static boolean isWordStart(int c) {
    return c != END && Character.isJavaIdentifierStart(c);
  }

  static boolean isWordPart(int c) {
    return c != END && Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
