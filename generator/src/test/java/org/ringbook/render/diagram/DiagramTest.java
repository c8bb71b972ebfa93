package org.ringbook.render.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of diagram is drawn, clean enough for a strict page, and the same every time. */
class DiagramTest {

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "rx",
          "ry",
          "width",
          "height",
          "d",
          "points",
          "font-size",
          "textLength",
          "lengthAdjust",
          "text-anchor",
          "stroke-width",
          "stroke-dasharray");

  @ParameterizedTest
  @EnumSource(Samples.class)
  void isDrawnWithItsWords(Samples sample) {
    Element svg = draw(sample);
    for (String word : sample.words()) {
      assertTrue(
          svg.select("text").eachText().stream().anyMatch(text -> text.contains(word)),
          () -> word + " is missing in " + svg.select("text").eachText());
    }
  }

  @ParameterizedTest
  @EnumSource(Samples.class)
  void hasShapesWithGeometryAndClassesOnly(Samples sample) {
    String markup = markup(sample.kind(), sample.text());
    assertFalse(markup.contains("<?") || markup.contains("<!") || markup.contains("style"), markup);
    for (Element shape : draw(sample).select("svg > :not(title)")) {
      assertTrue(
          Set.of("rect", "path", "line", "polygon", "ellipse", "text").contains(shape.tagName()),
          shape::outerHtml);
      shape.attributes().forEach(a -> assertTrue(ATTRIBUTES.contains(a.getKey()), a::html));
      assertTrue(shape.className().matches("[fst]-[a-z-]+( [fst]-[a-z-]+)*"), shape::outerHtml);
    }
  }

  @ParameterizedTest
  @EnumSource(Samples.class)
  void marksTheDriverInCopperAndTheDeviceInGreen(Samples sample) {
    Element svg = draw(sample);
    assertFalse(svg.select(".f-copper-soft.s-copper").isEmpty(), svg::outerHtml);
    assertFalse(svg.select(".f-mask-soft.s-mask").isEmpty(), svg::outerHtml);
  }

  @ParameterizedTest
  @EnumSource(Samples.class)
  void namesItselfByItsAlternative(Samples sample) {
    Element svg = draw(sample);
    assertEquals("img", svg.attr("role"));
    assertEquals("a < b", svg.expectFirst("title").wholeText());
    assertEquals(svg.attr("aria-labelledby"), svg.expectFirst("title").id());
    assertEquals("0 0 " + svg.attr("width") + " " + svg.attr("height"), svg.attr("viewBox"));
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertNotEquals(
        id(markup("plantuml", "A -> B")), id(markup("plantuml", "A -> B : another message")));
  }

  @Test
  void isTheSameInAnotherMachine() throws Exception {
    for (Samples sample : Samples.values()) {
      String here = markup(sample.kind(), sample.text());
      assertEquals(here, markup(sample.kind(), sample.text()));
      assertEquals(here, inAnotherJvm(sample.name()));
    }
  }

  @Test
  void leavesRoomBetweenWordsOfDifferentStyle() {
    Element svg = parse(markup("plantuml", "A -> B : write back <b>DD</b> now"));
    Element before = svg.expectFirst("text:contains(write back)");
    Element bold = svg.expectFirst("text.t-bold");
    assertTrue(number(before, "x") + number(before, "textLength") + 2 < number(bold, "x"));
  }

  @Test
  void drawsAnArrowInTheFullColour() {
    Element svg = parse(markup("plantuml", "A -[#mask]> B"));
    assertFalse(svg.select("polygon.f-mask.s-mask").isEmpty(), svg::outerHtml);
    assertFalse(svg.select("line.s-mask").isEmpty(), svg::outerHtml);
  }

  @Test
  void tellsTheLineOfAnError() {
    assertEquals(2, failure("plantuml", "A -> B\nthis is wrong !!\nC -> D").line());
    assertEquals(3, failure("plantuml", "@startuml\nA -> B\nthis is wrong !!\n@enduml").line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!include /etc/passwd",
        "  !include_many /etc/passwd",
        "!includeurl http://ringbook.invalid/x",
        "!import /etc/passwd",
        "!theme plain from /tmp",
        "A -> B : <img:/etc/passwd>",
        "A -> B : <IMG:/etc/passwd>",
        "A -> B : [[http://ringbook.invalid]]",
        "A -> B : %getenv(\"PATH\")",
        "A -> B : %date()",
        "@startjson",
      })
  void refusesWhatReachesOutOfTheText(String line) {
    Drawing.Failure failure = failure("plantuml", "A -> B\n" + line);
    assertEquals(2, failure.line());
  }

  @Test
  void keepsPlantUmlInItsSandbox() {
    assertInstanceOf(Drawing.Svg.class, Diagram.svg("plantuml", "A -> B", "two"));
    net.sourceforge.plantuml.SourceStringReader reader =
        new net.sourceforge.plantuml.SourceStringReader(
            "@startuml\n!include /etc/passwd\nA -> B\n@enduml\n");
    assertInstanceOf(
        net.sourceforge.plantuml.error.PSystemError.class,
        reader.getBlocks().getFirst().getDiagram());
  }

  @ParameterizedTest
  @ValueSource(strings = {"participant A #red", "participant A #123456", "A -[#blue]> B"})
  void refusesColoursWithoutAMeaning(String line) {
    assertTrue(failure("plantuml", line + "\nA -> B").message().contains("copper"));
  }

  @Test
  void refusesWhatItCannotName() {
    assertTrue(failure("graphviz", "a").message().contains("graphviz"));
    assertInstanceOf(Drawing.Failure.class, Diagram.svg("plantuml", "A -> B", " "));
    assertInstanceOf(Drawing.Failure.class, Diagram.svg("plantuml", "", "nothing"));
  }

  private static String inAnotherJvm(String sample) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                java,
                "-Duser.language=tr",
                "-Duser.timezone=Asia/Tokyo",
                "-cp",
                classPath,
                Samples.class.getName() + "$Print",
                sample)
            .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return out;
  }

  private static Element draw(Samples sample) {
    return parse(markup(sample.kind(), sample.text()));
  }

  private static Element parse(String markup) {
    return Jsoup.parse(markup, "", Parser.xmlParser()).child(0);
  }

  private static String markup(String kind, String text) {
    Drawing drawing = Diagram.svg(kind, text, "a < b");
    return assertInstanceOf(Drawing.Svg.class, drawing, drawing::toString).markup();
  }

  private static Drawing.Failure failure(String kind, String text) {
    return assertInstanceOf(Drawing.Failure.class, Diagram.svg(kind, text, "alt"));
  }

  private static String id(String markup) {
    return parse(markup).select("[id]").eachAttr("id").stream().collect(Collectors.joining());
  }

  private static double number(Element text, String attribute) {
    return Double.parseDouble(text.attr(attribute));
  }
}
