package org.ringbook.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.prove.Examples;

/** Keeps {@code jbang-catalog.json} in step with the examples, so that {@code jbang id} works. */
final class JBangCatalog {

  private final Path file;

  JBangCatalog(Path file) {
    this.file = file;
  }

  /** Writes the catalog if it may, and else reports that it is out of date. */
  void update(Collection<Examples.Entry> examples, boolean accept, Problems problems) {
    String wanted =
        json(examples.stream().sorted(Comparator.comparing(Examples.Entry::id)).toList());
    try {
      if (Files.exists(file) && Files.readString(file).equals(wanted)) {
        return;
      }
      if (accept) {
        Files.writeString(file, wanted);
      } else {
        problems.error(
            "stale-catalog",
            Place.of(String.valueOf(file.getFileName())),
            "the JBang catalog doesn't list the examples as they are",
            "./ringbook build --accept writes it anew.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(List<Examples.Entry> examples) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      var indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
      json.writeStartObject();
      json.writeObjectFieldStart("aliases");
      for (Examples.Entry example : examples) {
        json.writeObjectFieldStart(example.id());
        json.writeStringField("script-ref", example.file());
        json.writeStringField("description", example.description());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
