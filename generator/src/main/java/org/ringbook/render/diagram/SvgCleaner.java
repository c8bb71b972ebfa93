package org.ringbook.render.diagram;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Turns the SVG of a library into one for the page: only shapes and text are let through, only
 * geometry is kept of their attributes, and colours and faces become classes.
 */
final class SvgCleaner {

  private static final Set<String> SHAPES =
      Set.of("rect", "path", "line", "polygon", "polyline", "ellipse", "circle", "text");
  private static final Set<String> WRAPPERS = Set.of("g", "svg");

  /** PlantUML writes TITLE in small letters by the rules of the machine's language. */
  private static final String TURKISH_TITLE = "t\u0131tle";

  private static final Set<String> DROPPED =
      Set.of("defs", "title", TURKISH_TITLE, "desc", "style", "filter");

  private final String kind;
  private final String id;
  private final String alt;

  SvgCleaner(String kind, String id, String alt) {
    this.kind = kind;
    this.id = id;
    this.alt = alt;
  }

  String clean(String raw) throws DiagramFault {
    Document source = Jsoup.parse(raw, "", Parser.xmlParser());
    Element from = source.selectFirst("svg");
    if (from == null) {
      throw new DiagramFault(0, "nothing was drawn");
    }
    Document target = Jsoup.parse("", "", Parser.xmlParser());
    target.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
    Element to = root(target, from);
    children(from, to);
    return to.outerHtml();
  }

  private Element root(Document target, Element from) {
    String width = pixels(from.attr("width"));
    String height = pixels(from.attr("height"));
    Element svg = target.appendElement("svg");
    svg.attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("class", "drawing " + kind)
        .attr("viewBox", "0 0 " + width + " " + height)
        .attr("width", width)
        .attr("height", height)
        .attr("role", "img")
        .attr("aria-labelledby", id);
    svg.appendElement("title").attr("id", id).text(alt);
    return svg;
  }

  private static String pixels(String length) {
    return length.endsWith("px") ? length.substring(0, length.length() - 2) : length;
  }

  private static void children(Element from, Element to) throws DiagramFault {
    for (Element child : from.children()) {
      String name = child.normalName();
      if (WRAPPERS.contains(name)) {
        refuseTransform(child);
        children(child, to);
      } else if (SHAPES.contains(name)) {
        shape(child, to);
      } else if (!DROPPED.contains(name)) {
        throw new DiagramFault(0, "a <" + name + "> has no place in a diagram");
      }
    }
  }

  private static void refuseTransform(Element group) throws DiagramFault {
    if (group.hasAttr("transform")) {
      throw new DiagramFault(0, "a scaled or turned diagram is not supported");
    }
  }

  private static void shape(Element from, Element to) throws DiagramFault {
    if (from.attr("fill-opacity").equals("0") || from.attr("width").equals("0")) {
      return;
    }
    Element shape = to.appendElement(from.normalName());
    new Paint(from).applyTo(shape);
    if (from.normalName().equals("text")) {
      shape.appendChild(new TextNode(text(from)));
    }
  }

  /** The text as it stands; the parser would fold its blanks. */
  private static String text(Element from) throws DiagramFault {
    StringBuilder text = new StringBuilder();
    for (Node node : from.childNodes()) {
      if (!(node instanceof TextNode piece)) {
        throw new DiagramFault(0, "text of more than one style in one place is not supported");
      }
      text.append(piece.getWholeText());
    }
    return text.toString();
  }
}
