package org.ringbook.render.highlight;

/** Tells YAML's numbers from words such as dates, versions and {@code 3com}. */
final class YamlNumber {

  private YamlNumber() {}

  static boolean is(String word) {
    if (word.startsWith("0x") && word.length() > 2) {
      return word.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0);
    }
    String digits = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    long points = digits.chars().filter(c -> c == '.').count();
    return !digits.isEmpty()
        && points <= 1
        && points < digits.length()
        && digits.chars().allMatch(c -> c == '.' || Scan.isDigit(c));
  }
}
