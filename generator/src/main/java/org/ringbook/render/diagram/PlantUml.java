package org.ringbook.render.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.ErrorUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.ImageData;
import net.sourceforge.plantuml.error.PSystemError;
import net.sourceforge.plantuml.security.SecurityProfile;
import net.sourceforge.plantuml.security.SecurityUtils;

/**
 * Sequence, state, component, class and activity diagrams by PlantUML.
 *
 * <p>It runs in its sandbox profile, so that a diagram reaches no file and no network, and measures
 * text by its own table of widths rather than by the fonts of the machine, so that the same text is
 * the same drawing everywhere. Where it would draw a picture of an error, this throws.
 */
final class PlantUml implements Renderer {

  PlantUml() {
    System.setProperty("java.awt.headless", "true");
    System.setProperty("PLANTUML_SECURITY_PROFILE", SecurityProfile.SANDBOX.name());
    if (SecurityUtils.getSecurityProfile() != SecurityProfile.SANDBOX) {
      throw new IllegalStateException("PlantUML was started outside its sandbox before");
    }
    PlexWidths.install();
  }

  @Override
  public synchronized String render(String text) throws DiagramFault {
    PlantUmlSource source = PlantUmlSource.of(text);
    List<BlockUml> blocks = new SourceStringReader(source.text()).getBlocks();
    if (blocks.size() != 1) {
      throw new DiagramFault(0, "one diagram expected, found " + blocks.size());
    }
    net.sourceforge.plantuml.core.Diagram diagram = blocks.getFirst().getDiagram();
    if (diagram instanceof PSystemError error) {
      throw fault(source, error);
    }
    if (!diagram.getWarnings().isEmpty()) {
      throw new DiagramFault(0, diagram.getWarnings().iterator().next().asSingleLine());
    }
    return export(diagram);
  }

  private static DiagramFault fault(PlantUmlSource source, PSystemError error) {
    ErrorUml first = error.getFirstError();
    // PlantUML counts from 0, in the text with the opening.
    int line = first == null ? 0 : source.authorsLine(first.getPosition() + 1);
    return new DiagramFault(line, first == null ? "cannot be read" : first.getError());
  }

  private static String export(net.sourceforge.plantuml.core.Diagram diagram) throws DiagramFault {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    try {
      FileFormatOption format = new FileFormatOption(FileFormat.SVG_DETERMINISTIC, false);
      ImageData data = diagram.exportDiagram(svg, 0, format);
      if (data.getStatus() != 0) {
        throw new DiagramFault(0, "PlantUML failed with status " + data.getStatus());
      }
    } catch (IOException e) {
      throw new DiagramFault(0, "PlantUML failed: " + e.getMessage());
    }
    return svg.toString(StandardCharsets.UTF_8);
  }
}
