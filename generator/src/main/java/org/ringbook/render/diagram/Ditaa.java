package org.ringbook.render.diagram;

import java.lang.reflect.InvocationTargetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Box art by ditaa: lines of {@code + - | / \ : =} become boxes, arrows and rounded corners.
 *
 * <p>Its shapes are used, its texts are not: it centres them by the fonts of the machine. {@link
 * DitaaText} sets them anew, in the code face, where they stand in the source.
 */
final class Ditaa implements Renderer {

  private static final String PACKAGE = "org.stathissideris.ditaa.";

  /** Colour codes of four characters, as long as the names that they replace. */
  private static final Pattern NAMED = Pattern.compile("c(COP|MSK|AMB)(?![A-Za-z0-9])");

  private final ClassLoader classes = new DitaaClasses();

  Ditaa() {
    System.setProperty("java.awt.headless", "true");
  }

  @Override
  public synchronized String render(String text) throws DiagramFault {
    String source = NAMED.matcher(text.replace("\t", "        ")).replaceAll(Ditaa::hex);
    try {
      return DitaaText.reset(draw(source), source);
    } catch (InvocationTargetException e) {
      throw new DiagramFault(0, "ditaa failed: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not the ditaa this was written for", e);
    }
  }

  private static String hex(java.util.regex.MatchResult found) {
    return Matcher.quoteReplacement(
        switch (found.group(1)) {
          case "COP" -> "cF82";
          case "MSK" -> "c2F8";
          default -> "cFD2";
        });
  }

  private String draw(String text) throws ReflectiveOperationException {
    Object options = make("core.ConversionOptions");
    Object processing = options.getClass().getField("processingOptions").get(options);
    Object rendering = options.getClass().getField("renderingOptions").get(options);
    rendering.getClass().getMethod("setDropShadows", boolean.class).invoke(rendering, false);
    Object grid = make("text.TextGrid");
    grid.getClass()
        .getMethod("initialiseWithText", String.class, processing.getClass())
        .invoke(grid, text, processing);
    Object diagram =
        load("graphics.Diagram")
            .getConstructor(grid.getClass(), options.getClass())
            .newInstance(grid, options);
    Object renderer = make("graphics.SVGRenderer");
    Object svg =
        renderer
            .getClass()
            .getMethod("renderToImage", diagram.getClass(), rendering.getClass())
            .invoke(renderer, diagram, rendering);
    return String.valueOf(svg);
  }

  private Object make(String name) throws ReflectiveOperationException {
    return load(name).getConstructor().newInstance();
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, classes);
  }
}
