package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schema is for editors, the readers are for the build: they must say the same. A file that
 * uses every field is spoilt in every place in every way, and both judge each result.
 */
class MapSchemaTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("ringbook.root", "..")).resolve("volumes/api-map");
  private static final URI SCHEMA = URI.create("urn:ringbook:api-map");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the schema leaves to the readers: it sees one file and knows no evidence. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "api-no-evidence",
          "api-unused-evidence",
          "api-contradiction",
          "api-duplicate-id",
          "api-wrong-relation",
          "api-word-count");

  private static final String EVERY_FIELD =
      """
      concepts:
        - id: kmalloc
          title: Allocate
          relation: exception
          does: Gets memory that the driver keeps for its rings and for what it knows of them.
          ownership: The driver owns it until it gives it back.
          context: A thread that may sleep.
          note: Mind the flags, for some of them may sleep where the driver holds a lock.
          stub: Answers that there is none.
          example: counts-up
          linux: {calls: [kmalloc]}
          freebsd:
            calls: [{name: malloc, phase: setup, flags: [M_NOWAIT]}]
            or: [[malloc, {name: malloc}]]
            iflib: [malloc]
            with: [M_NOWAIT]
          netbsd: {calls: [kmem_alloc]}
          illumos: {none: no reason at all}
          windows: {none: no reason either}
          rtos: {calls: [Pool.take]}
          falseFriends:
            - {os: windows, name: ExAllocatePool, why: "is obsolete: use the newer one"}
            - {os: rtos, name: kalloc, why: does not exist}
          inventory: [table/kmalloc]
      """;

  private final MapFolder folder;
  private final Validator validator;

  MapSchemaTest(@TempDir Path dir) throws IOException {
    folder = new MapFolder(dir);
    folder.write("evidence.tsv", MapFolder.EVIDENCE + "rtos\tPool.take\tmethod\tPool.java\tthis\n");
    validator =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
    validator.registerSchema(SCHEMA, Files.readString(FOLDER.resolve("schema.json")));
  }

  private boolean schemaAccepts(JsonNode file) {
    return validator.validate(SCHEMA, file.toString()).isValid();
  }

  private List<Finding> faultsOf(JsonNode file) {
    folder.write("memory.yaml", file.toString());
    return folder.findings().stream()
        .filter(finding -> !BEYOND_A_SCHEMA.contains(finding.code()))
        .toList();
  }

  private static JsonNode tree(String yaml) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  @Test
  void everyFileOfThisHandbookPasses() throws IOException {
    for (Category category : ApiMapReader.read(FOLDER).map().categories()) {
      String file = category.id() + ".yaml";
      JsonNode tree = tree(Files.readString(FOLDER.resolve(file)));
      assertEquals(
          List.of(),
          validator.validate(SCHEMA, tree.toString()).getErrors().stream()
              .map(error -> error.getInstanceLocation() + " " + error.getError())
              .toList(),
          file);
    }
  }

  @Test
  void theFileWithEveryFieldIsSound() {
    JsonNode sound = tree(EVERY_FIELD);
    assertTrue(schemaAccepts(sound));
    assertEquals(List.of(), faultsOf(sound));
  }

  @Test
  void theFileWithEveryFieldHasEveryFieldOfTheSchema() throws IOException {
    JsonNode schema = JSON.readTree(FOLDER.resolve("schema.json").toFile());
    Set<String> known = new TreeSet<>();
    schema.findValues("properties").forEach(node -> node.fieldNames().forEachRemaining(known::add));
    Set<String> used = new TreeSet<>();
    pointers(tree(EVERY_FIELD)).forEach(at -> used.add(at.last().getMatchingProperty()));
    known.removeAll(used);
    assertEquals(Set.of(), known);
  }

  @Test
  void schemaAndReadersJudgeEverySpoiltFileAlike() throws IOException {
    List<String> different = new ArrayList<>();
    int judged = 0;
    for (JsonPointer at : pointers(tree(EVERY_FIELD))) {
      for (Map.Entry<String, JsonNode> spoilt : spoiltAt(at).entrySet()) {
        List<Finding> faults = faultsOf(spoilt.getValue());
        boolean accepted = schemaAccepts(spoilt.getValue());
        judged++;
        if (accepted != faults.isEmpty()) {
          different.add(at + " " + spoilt.getKey() + ": schema " + accepted + ", " + faults);
        }
      }
    }
    assertEquals(List.of(), different);
    assertTrue(judged > 400, "only " + judged + " files");
  }

  private static Map<String, JsonNode> spoiltAt(JsonPointer at) throws IOException {
    Map<String, JsonNode> files = new TreeMap<>();
    for (String value :
        List.of("\"\"", "\" \"", "\"x\"", "5", "null", "true", "[]", "{}", "[\"x\"]", "[[]]")) {
      JsonNode file = tree(EVERY_FIELD);
      replace(file, at, JSON.readTree(value));
      files.put("becomes " + value, file);
    }
    JsonNode without = tree(EVERY_FIELD);
    remove(without, at);
    files.put("is missing", without);
    JsonNode surplus = tree(EVERY_FIELD);
    if (surplus.at(at) instanceof ObjectNode object) {
      object.put("surplus", "x");
      files.put("has more", surplus);
    }
    return files;
  }

  private static void replace(JsonNode file, JsonPointer at, JsonNode value) {
    switch (file.at(at.head())) {
      case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), value);
      default -> throw new IllegalStateException(at.toString());
    }
  }

  private static void remove(JsonNode file, JsonPointer at) {
    switch (file.at(at.head())) {
      case ObjectNode object -> object.remove(at.last().getMatchingProperty());
      case ArrayNode array -> array.remove(at.last().getMatchingIndex());
      default -> throw new IllegalStateException(at.toString());
    }
  }

  /** Every place of a file but its root. */
  private static List<JsonPointer> pointers(JsonNode file) {
    List<JsonPointer> pointers = new ArrayList<>();
    collect(file, JsonPointer.empty(), pointers);
    return pointers;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> pointers) {
    node.properties()
        .forEach(field -> visit(field.getValue(), at.appendProperty(field.getKey()), pointers));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(node.get(i), at.appendIndex(i), pointers);
    }
  }

  private static void visit(JsonNode node, JsonPointer at, List<JsonPointer> pointers) {
    pointers.add(at);
    collect(node, at, pointers);
  }
}
