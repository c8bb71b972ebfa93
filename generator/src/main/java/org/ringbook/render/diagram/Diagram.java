package org.ringbook.render.diagram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Draws a diagram from its text. */
public final class Diagram {

  /** Changes with every change of what is drawn for the same text, so that caches forget. */
  static final String RENDERER = "plantuml 1.2026.9, ditaamini 1.0.3, ringbook 1";

  private static final int ID_DIGITS = 12;

  private Diagram() {}

  /** Started by the first diagram of the kind, as PlantUML takes a while to load. */
  private static final class LazyPlantUml {
    static final Renderer IT = new PlantUml();
  }

  private static final class LazyDitaa {
    static final Renderer IT = new Ditaa();
  }

  /** The kinds that can be drawn, as a block names them. */
  public static Set<String> kinds() {
    return Set.of("plantuml", "ditaa");
  }

  /**
   * Draws a diagram; the same bytes for the same arguments, on any machine.
   *
   * @param kind one of {@link #kinds()}
   * @param text lines of the diagram; {@code @startuml} and {@code @enduml} may be left out
   * @param alt what it shows, for readers who don't see it; not empty
   * @return the drawing, or a failure with its line
   */
  public static Drawing svg(String kind, String text, String alt) {
    try {
      if (alt.isBlank()) {
        throw new DiagramFault(0, "a diagram needs a text alternative");
      }
      String raw = renderer(kind).render(text);
      String id = "diagram-" + key(kind, text, alt).substring(0, ID_DIGITS);
      return new Drawing.Svg(new SvgCleaner(kind, id, alt).clean(raw));
    } catch (DiagramFault fault) {
      return fault.asFailure();
    }
  }

  private static Renderer renderer(String kind) throws DiagramFault {
    return switch (kind) {
      case "plantuml" -> LazyPlantUml.IT;
      case "ditaa" -> LazyDitaa.IT;
      default -> throw new DiagramFault(0, "unknown kind of diagram: " + kind);
    };
  }

  /** SHA-256, in hexadecimal, of everything that the drawing depends on. */
  static String key(String kind, String text, String alt) {
    String all = String.join("\0", RENDERER, kind, alt, text);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
