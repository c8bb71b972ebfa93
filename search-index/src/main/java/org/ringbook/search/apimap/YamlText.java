package org.ringbook.search.apimap;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file into nodes, which know their lines; what is malformed becomes a finding. */
final class YamlText {

  private YamlText() {}

  /** The mapping at the top of a file, or empty after a finding. */
  static Optional<YamlMap> read(Path dir, String file, Findings findings) {
    try {
      Optional<Node> top = compose(file, Files.readString(dir.resolve(file)));
      if (top.isPresent() && top.get() instanceof MappingNode mapping) {
        return Optional.of(YamlMap.of(mapping, file, "the file", findings));
      }
      int line = top.map(YamlText::line).orElse(0);
      findings.add("api-wrong-type", file, line, "the file is not a mapping", "start with a key");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      findings.add("api-malformed-yaml", file, line, firstLine(e.getProblem()), "");
    } catch (YamlEngineException e) {
      findings.add("api-malformed-yaml", file, 0, firstLine(String.valueOf(e.getMessage())), "");
    } catch (CharacterCodingException e) {
      findings.add("api-unreadable-file", file, 0, "the file is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      findings.add("api-unreadable-file", file, 0, "the file cannot be read", "");
    }
    return Optional.empty();
  }

  /** The 1-based line on which a node starts, or 0 if it does not know. */
  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
  }

  private static Optional<Node> compose(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    return new Compose(settings).composeString(text);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("malformed YAML");
  }
}
