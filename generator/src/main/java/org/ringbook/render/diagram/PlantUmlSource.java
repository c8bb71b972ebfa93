package org.ringbook.render.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that PlantUML gets: the author's lines, numbered as they were, behind a fixed opening
 * that sets the layout engine and the theme's colours.
 */
final class PlantUmlSource {

  private static final Pattern COLOUR =
      Pattern.compile("(#|<color:#?)(copper|mask|amber)(?![\\w-])");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "<img\\b|\\[\\[|<\\$|^\\s*!(include|import|theme|assume)\\w*"
              + "|%(date|now|random|getenv|filename|dirpath|file_exists|load_json|version)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_KIND = Pattern.compile("^\\s*@start(?!uml\\b)\\w*");
  private static final Pattern FRAME = Pattern.compile("^\\s*@(start|end)uml\\b.*");

  private static final List<String> OPENING =
      """
      @startuml
      !pragma layout smetana
      <style>
      root {
        FontColor INK
        LineColor SOFT
        BackgroundColor SHEET
        FontSize 13
        RoundCorner 4
        LineThickness 1
        Shadowing 0
      }
      document { BackgroundColor transparent }
      note { BackgroundColor CODE }
      sequenceDiagram {
        lifeLine { LineColor SOFT }
        group { BackgroundColor transparent
          LineThickness 1 }
        groupHeader { BackgroundColor CODE
          LineThickness 1 }
        separator { BackgroundColor CODE }
      }
      stateDiagram { start { BackgroundColor INK } stop { BackgroundColor INK } }
      activityDiagram { start { BackgroundColor INK } stop { BackgroundColor INK } }
      spot { FontColor SOFT
        BackgroundColor CODE }
      </style>
      skinparam classAttributeIconSize 0
      skinparam classFontStyle bold
      """
          .replace("INK", Palette.INK)
          .replace("SOFT", Palette.SOFT)
          .replace("SHEET", Palette.SHEET)
          .replace("CODE", Palette.CODE)
          .lines()
          .toList();

  private final int lines;
  private final String text;

  private PlantUmlSource(int lines, String text) {
    this.lines = lines;
    this.text = text;
  }

  static PlantUmlSource of(String text) throws DiagramFault {
    List<String> source = new ArrayList<>(OPENING);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      source.add(line(i + 1, lines.get(i)));
    }
    if (lines.stream().allMatch(line -> line.isBlank() || FRAME.matcher(line).matches())) {
      throw new DiagramFault(0, "the diagram is empty");
    }
    source.add("@enduml");
    return new PlantUmlSource(lines.size(), String.join("\n", source) + "\n");
  }

  private static String line(int number, String line) throws DiagramFault {
    if (OTHER_KIND.matcher(line).find()) {
      throw new DiagramFault(number, "only @startuml diagrams are supported");
    }
    Matcher forbidden = FORBIDDEN.matcher(line);
    if (forbidden.find()) {
      String found = forbidden.group().strip();
      throw new DiagramFault(
          number, found + " is not allowed: a diagram is its text, with no file, link or clock");
    }
    return FRAME.matcher(line).matches() ? "" : named(line);
  }

  private static String named(String line) {
    return COLOUR
        .matcher(line)
        .replaceAll(
            found ->
                (found.group(1).equals("#") ? "" : "<color:") + Palette.NAMED.get(found.group(2)));
  }

  /** The author's line for a line of {@link #text()}, both of them 1-based. */
  int authorsLine(int line) {
    return Math.clamp(line - OPENING.size(), 1, Math.max(1, lines));
  }

  String text() {
    return text;
  }
}
