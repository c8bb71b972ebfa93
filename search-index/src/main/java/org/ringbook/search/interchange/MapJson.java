package org.ringbook.search.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Category;
import org.ringbook.search.apimap.Os;

/** The whole map as one JSON file. */
public final class MapJson {

  private MapJson() {}

  /**
   * {@code {"systems": [], "categories": [], "concepts": []}} in UTF-8, with a line feed at its
   * end; everything in the order of the tables.
   *
   * @param pages the address of a concept's page by its id
   */
  public static byte[] of(ApiMap map, UnaryOperator<String> pages) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      var indenter = new DefaultIndenter(" ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      write(json, map, pages);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, ApiMap map, UnaryOperator<String> pages)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("systems");
    for (Os os : Os.values()) {
      named(json, os.key(), os.title());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("categories");
    for (Category category : map.categories()) {
      named(json, category.id(), category.title());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("concepts");
    for (var concept : map.concepts().toList()) {
      ConceptJson.write(json, concept, pages.apply(concept.id()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, String id, String title) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("title", title);
    json.writeEndObject();
  }
}
