package org.ringbook.search.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.Os;

class MapJsonTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final ApiMap MAP = ApiMapReader.read(ROOT.resolve("volumes/api-map")).map();

  /** Every value by its pointer. */
  private static Map<String, String> values() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(MapJson.of(MAP, MapJsonTest::page))) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token.isScalarValue()) {
          values.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
        }
      }
    }
    return values;
  }

  @Test
  void everyConceptIsThereWithAllThatItSays() throws IOException {
    Map<String, String> values = values();
    List<Concept> concepts = MAP.concepts().toList();
    for (int i = 0; i < concepts.size(); i++) {
      Concept concept = concepts.get(i);
      String at = "/concepts/" + i;
      assertEquals(concept.id(), values.get(at + "/id"));
      assertEquals(concept.relation().key(), values.get(at + "/relation"));
      assertEquals("api/" + concept.id() + ".html", values.get(at + "/url"));
      assertEquals(concept.note(), values.get(at + "/note"));
      for (Os os : Os.values()) {
        assertColumn(values, at + "/os/" + os.key(), concept, os);
      }
      for (int f = 0; f < concept.falseFriends().size(); f++) {
        String friend = at + "/falseFriends/" + f;
        assertEquals(concept.falseFriends().get(f).name(), values.get(friend + "/name"));
        assertEquals(
            concept.falseFriends().get(f).verdict().words(), values.get(friend + "/verdict"));
      }
    }
    assertTrue(!values.containsKey("/concepts/" + concepts.size() + "/id"));
  }

  private static void assertColumn(Map<String, String> values, String at, Concept concept, Os os) {
    List<Call> calls = concept.on(os).calls();
    for (int i = 0; i < calls.size(); i++) {
      assertEquals(calls.get(i).name(), values.get(at + "/calls/" + i + "/name"));
      assertEquals(calls.get(i).phase().key(), values.get(at + "/calls/" + i + "/phase"));
    }
    String reason = concept.on(os).reason();
    assertEquals(reason, values.getOrDefault(at + "/none", ""));
    List<Evidence> evidence =
        concept.on(os).everyCall().flatMap(Call::everyEvidence).distinct().toList();
    for (int i = 0; i < evidence.size(); i++) {
      String place = at + "/evidence/" + i;
      assertEquals(
          evidence.get(i),
          new Evidence(
              os,
              String.valueOf(values.get(place + "/name")),
              String.valueOf(values.get(place + "/kind")),
              String.valueOf(values.get(place + "/declaredIn")),
              String.valueOf(values.get(place + "/release"))));
    }
  }

  @Test
  void systemsAndCategoriesAreNamed() throws IOException {
    Map<String, String> values = values();
    assertEquals(
        Stream.of(Os.values()).map(Os::title).toList(),
        values.entrySet().stream()
            .filter(value -> value.getKey().matches("/systems/\\d+/title"))
            .map(Map.Entry::getValue)
            .toList());
    assertEquals("memory", values.get("/categories/0/id"));
  }

  @Test
  void theSameMapGivesTheSameBytes() {
    assertArrayEquals(MapJson.of(MAP, MapJsonTest::page), MapJson.of(MAP, MapJsonTest::page));
  }

  private static String page(String concept) {
    return "api/" + concept + ".html";
  }
}
