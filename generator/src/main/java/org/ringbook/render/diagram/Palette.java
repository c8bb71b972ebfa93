package org.ringbook.render.diagram;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The colours a diagram may have, and the token of the theme that each of them stands for.
 *
 * <p>Libraries know only fixed colours. So each token goes in as the colour it has in the light
 * scheme, and comes out again as a class. Colours that a library insists on are taken for the
 * nearest token.
 */
final class Palette {

  static final String INK = "#1c2420";
  static final String SOFT = "#5b655f";
  static final String RULE = "#dcd9cf";
  static final String SHEET = "#ffffff";
  static final String CODE = "#f4f2ea";

  /** Copper, mask and amber are the author's to use, by these names. */
  static final Map<String, String> NAMED =
      Map.of("copper", "#a8501c", "mask", "#0f6b4f", "amber", "#9a6a00");

  private static final Map<String, String> TOKENS =
      Map.ofEntries(
          Map.entry(INK, "ink"),
          Map.entry(SOFT, "soft"),
          Map.entry(RULE, "rule"),
          Map.entry(SHEET, "sheet"),
          Map.entry(CODE, "code"),
          Map.entry("#a8501c", "copper"),
          Map.entry("#f4e6da", "copper-soft"),
          Map.entry("#0f6b4f", "mask"),
          Map.entry("#e2f0ea", "mask-soft"),
          Map.entry("#9a6a00", "amber"),
          Map.entry("#fbf1d9", "amber-soft"),
          Map.entry("#000000", "ink"),
          Map.entry("#181818", "ink"),
          Map.entry("#222222", "ink"),
          Map.entry("#eeeeee", "code"),
          Map.entry("#f1f1f1", "code"),
          Map.entry("#e2e2f0", "sheet"),
          Map.entry("#ff8822", "copper"),
          Map.entry("#22ff88", "mask"),
          Map.entry("#ffdd22", "amber"),
          Map.entry("white", "sheet"),
          Map.entry("black", "ink"));

  private Palette() {}

  /** The token of a colour, {@code #rgb} or {@code #rrggbb}; nothing for any other colour. */
  static Optional<String> token(String colour) {
    return Optional.ofNullable(TOKENS.get(sixDigits(colour.toLowerCase(Locale.ROOT))));
  }

  static boolean isNone(String colour) {
    return colour.equals("none") || colour.equals("transparent") || colour.matches("#.{6}00");
  }

  /** Whether a token is one of the three that mean somebody. */
  static boolean isAccent(String token) {
    return NAMED.containsKey(token);
  }

  private static String sixDigits(String colour) {
    if (colour.length() != 4 || colour.charAt(0) != '#') {
      return colour;
    }
    StringBuilder digits = new StringBuilder("#");
    colour.chars().skip(1).forEach(c -> digits.append((char) c).append((char) c));
    return digits.toString();
  }
}
