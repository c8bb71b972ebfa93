package org.ringbook.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the JSON Schema of a tool's arguments; anything that it doesn't name is refused. */
final class Schema {

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  /** A text that must be there, of 1 to {@code longest} characters. */
  Schema requiredText(String name, int longest, String description) {
    required.add(name);
    return property(
        name, Map.of("type", "string", "minLength", 1, "maxLength", longest), description);
  }

  /** A text that may be left out. */
  Schema text(String name, int longest, String description) {
    return property(name, Map.of("type", "string", "maxLength", longest), description);
  }

  /** One of some words, or nothing. */
  Schema choice(String name, List<String> words, String description) {
    return property(name, Map.of("type", "string", "enum", words), description);
  }

  /** Some of some words. */
  Schema choices(String name, List<String> words, String description) {
    Map<String, Object> item = Map.of("type", "string", "enum", words);
    return property(
        name, Map.of("type", "array", "items", item, "maxItems", words.size()), description);
  }

  /** A whole number within bounds, or nothing. */
  Schema number(String name, int least, int most, String description) {
    return property(
        name, Map.of("type", "integer", "minimum", least, "maximum", most), description);
  }

  Map<String, Object> build() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private Schema property(String name, Map<String, Object> type, String description) {
    Map<String, Object> property = new LinkedHashMap<>(type);
    property.put("description", description);
    properties.put(name, property);
    return this;
  }
}
