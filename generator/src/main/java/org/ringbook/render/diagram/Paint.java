package org.ringbook.render.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The look of one shape: geometry that is kept, colours and faces that become classes. */
final class Paint {

  private static final Set<String> GEOMETRY =
      Set.of(
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "width",
          "height",
          "d",
          "points",
          "transform",
          "font-size",
          "textLength",
          "lengthAdjust",
          "text-anchor",
          "text-decoration",
          "stroke-width",
          "stroke-dasharray");
  private static final String DEFAULT_TEXT_FILL = Palette.INK;

  private final Map<String, String> look = new LinkedHashMap<>();
  private final Element from;

  Paint(Element from) {
    this.from = from;
    for (Attribute attribute : from.attributes()) {
      if (!attribute.getKey().equals("style")) {
        look.put(attribute.getKey(), attribute.getValue());
      }
    }
    declarations(from.attr("style"));
  }

  private void declarations(String style) {
    for (String declaration : style.split(";", -1)) {
      List<String> parts = List.of(declaration.split(":", 2));
      if (parts.size() == 2) {
        look.put(parts.getFirst().strip(), parts.getLast().strip());
      }
    }
  }

  void applyTo(Element shape) throws DiagramFault {
    Set<String> classes = new TreeSet<>();
    colours(classes);
    if (from.normalName().equals("text")) {
      face(classes);
    }
    shape.attr("class", String.join(" ", classes));
    for (Map.Entry<String, String> entry : look.entrySet()) {
      if (GEOMETRY.contains(entry.getKey())) {
        shape.attr(entry.getKey(), entry.getValue());
      }
    }
  }

  private void colours(Set<String> classes) throws DiagramFault {
    boolean text = from.normalName().equals("text");
    String fill = token(look.getOrDefault("fill", text ? DEFAULT_TEXT_FILL : "none"));
    String stroke = text ? "none" : token(look.getOrDefault("stroke", "none"));
    if (!text && Palette.isAccent(fill) && !stroke.equals(fill)) {
      // An area that somebody owns: its name must stay legible, its edge carries the colour.
      // (An arrow's head has the same stroke as fill, and keeps the full colour.)
      stroke = fill;
      fill += "-soft";
    }
    classes.add("f-" + fill);
    if (!stroke.equals("none")) {
      classes.add("s-" + stroke);
    }
  }

  private static String token(String colour) throws DiagramFault {
    if (Palette.isNone(colour)) {
      return "none";
    }
    return Palette.token(colour)
        .orElseThrow(
            () ->
                new DiagramFault(
                    0, "colour " + colour + " has no meaning here: copper, mask and amber have"));
  }

  private void face(Set<String> classes) {
    boolean code = look.getOrDefault("font-family", "").contains("mono");
    classes.add(code ? "t-code" : "t-ui");
    if (code && look.containsKey("textLength")) {
      // Its room was measured with the other face; even letters look better than even gaps.
      look.put("lengthAdjust", "spacingAndGlyphs");
    }
    if (look.getOrDefault("font-weight", "").matches("bold|[6-9]00")) {
      classes.add("t-bold");
    }
    if (look.getOrDefault("font-style", "").equals("italic")) {
      classes.add("t-italic");
    }
  }
}
