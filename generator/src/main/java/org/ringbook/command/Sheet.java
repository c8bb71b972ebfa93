package org.ringbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Text in two columns: labels at the left, wrapped paragraphs at the right. */
final class Sheet {

  private static final int LABEL = 10;
  private static final int NARROWEST = 60;
  private static final int WIDEST = 110;
  private static final int USUAL = 80;

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private String label = "";

  /** A sheet as wide as a terminal, within reason. */
  Sheet(int width) {
    this.width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** What the environment says of the terminal's width; 80 where it says nothing. */
  static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL;
  }

  /** The label of the next line. */
  Sheet label(String next) {
    label = next;
    return this;
  }

  /** A paragraph beside the labels, if it says anything. */
  Sheet paragraph(String paragraph, UnaryOperator<String> style) {
    return paragraph(paragraph, "", style);
  }

  /** A paragraph whose further lines start below what follows its opening. */
  Sheet paragraph(String paragraph, String opening, UnaryOperator<String> style) {
    String indent = " ".repeat(opening.length());
    String before = opening;
    for (String line : wrap(paragraph, width - LABEL - opening.length())) {
      line(before + style.apply(line));
      before = indent;
    }
    return this;
  }

  /** A line that is not wrapped, beside the labels. */
  Sheet line(String line) {
    text.append("%-10s".formatted(label)).append(line).append('\n');
    label = "";
    return this;
  }

  /** A paragraph over the whole width. */
  Sheet full(String paragraph, UnaryOperator<String> style) {
    wrap(paragraph, width).forEach(line -> text.append(style.apply(line)).append('\n'));
    return this;
  }

  /** Two texts at both ends of one line, or below each other. */
  Sheet ends(String left, String right, UnaryOperator<String> bold, UnaryOperator<String> dim) {
    int gap = width - left.length() - right.length();
    if (gap < 2) {
      return full(left, bold).full(right, dim);
    }
    text.append(bold.apply(left)).append(" ".repeat(gap)).append(dim.apply(right)).append('\n');
    return this;
  }

  Sheet blank() {
    text.append('\n');
    return this;
  }

  /** All lines, without trailing blanks. */
  String text() {
    return text.toString().replaceAll("(?m)[ ]+$", "").stripTrailing();
  }

  private static List<String> wrap(String paragraph, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
