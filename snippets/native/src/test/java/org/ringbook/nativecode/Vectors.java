package org.ringbook.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vectors that both cores run: sections of commands with their answers. */
record Vectors(String section, List<Line> lines) {
  private static final String ARROW = " -> ";

  /**
   * A command.
   *
   * @param number of the line in the file, from 1
   */
  record Line(int number, Words words, String answer) {}

  /** A command's words; the first is the verb. */
  record Words(List<String> words) {
    String verb() {
      return words.getFirst();
    }

    String at(int index) {
      return words.get(index);
    }

    int number(int index) {
      return Integer.parseInt(at(index));
    }

    List<Integer> numbers() {
      return words.stream().skip(1).map(Integer::valueOf).toList();
    }

    boolean has(String word) {
      return words.contains(word);
    }

    /** The number of "key=number", or what is given. */
    int option(String key, int otherwise) {
      return words.stream()
          .filter(word -> word.startsWith(key + "="))
          .map(word -> Integer.decode(word.substring(key.length() + 1)))
          .findFirst()
          .orElse(otherwise);
    }

    /** The pairs "number:number". */
    List<int[]> pairs() {
      Pattern pair = Pattern.compile("(\\d+):(\\d+)");
      return words.stream().map(pair::matcher).filter(Matcher::matches).map(Words::pair).toList();
    }

    private static int[] pair(Matcher word) {
      return new int[] {Integer.parseInt(word.group(1)), Integer.parseInt(word.group(2))};
    }
  }

  static List<Vectors> read(Path file) throws IOException {
    List<Vectors> sections = new ArrayList<>();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      number++;
      if (text.startsWith("section ")) {
        sections.add(new Vectors(text.substring("section ".length()), new ArrayList<>()));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        sections.getLast().lines.add(line(number, text));
      }
    }
    return sections;
  }

  private static Line line(int number, String text) {
    int arrow = text.indexOf(ARROW);
    List<String> words = List.of(text.substring(0, arrow).split(" +", -1));
    return new Line(number, new Words(words), text.substring(arrow + ARROW.length()));
  }
}
