package org.ringbook.search.apimap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One mapping of a YAML file; asking it for what it lacks or has wrong leaves a finding. */
final class YamlMap {

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final String file;
  private final int line;
  private final String what;
  private final Findings findings;

  private YamlMap(String file, int line, String what, Findings findings) {
    this.file = file;
    this.line = line;
    this.what = what;
    this.findings = findings;
  }

  /**
   * @param what names the mapping in findings, such as {@code a concept}
   */
  static YamlMap of(MappingNode node, String file, String what, Findings findings) {
    YamlMap map = new YamlMap(file, YamlText.line(node), what, findings);
    node.getValue().forEach(map::put);
    return map;
  }

  private void put(NodeTuple entry) {
    int at = YamlText.line(entry.getKeyNode());
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      add("api-wrong-type", at, "a key of " + what + " is not a word", "");
      return;
    }
    if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
      add("api-duplicate-key", at, what + " has " + key.getValue() + " twice", "keep one");
    }
    keyLines.putIfAbsent(key.getValue(), at);
  }

  /** The line on which the mapping starts. */
  int line() {
    return line;
  }

  /** The line of a key, or of the mapping where the key is missing. */
  int line(String key) {
    return keyLines.getOrDefault(key, line);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** A finding for every key that is none of these. */
  void allow(Set<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        String fallback = "known keys: " + String.join(", ", keys.stream().sorted().toList());
        add(
            "api-unknown-key",
            line(key),
            what + " has an unknown key " + key,
            Spelling.hint(key, keys, fallback));
      }
    }
  }

  /** The text of a key that must be there and not blank. */
  Optional<String> required(String key) {
    if (!has(key)) {
      add("api-missing-field", line, what + " has no " + key, "add " + key + ":");
      return Optional.empty();
    }
    return text(key);
  }

  /** The text of a key, if the key is there. */
  Optional<String> text(String key) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : text(node, key);
  }

  /** The text of a value; a finding where it is a list, a mapping or blank. */
  Optional<String> text(Node node, String key) {
    if (!(node instanceof ScalarNode scalar)) {
      add("api-wrong-type", YamlText.line(node), key + " of " + what + " is not a text", "");
      return Optional.empty();
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty()) {
      add("api-missing-field", YamlText.line(node), key + " of " + what + " is empty", "");
      return Optional.empty();
    }
    if (!scalar.getTag().equals(Tag.STR)) {
      String hint = "put it in quotes: YAML takes " + text + " for something else";
      add("api-wrong-type", YamlText.line(node), key + " of " + what + " is not a text", hint);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The items of a key; none where the key is missing. */
  List<Node> items(String key) {
    Node node = values.get(key);
    return node == null ? List.of() : items(node, key);
  }

  /** The items of a value; a finding where it is not a list. */
  List<Node> items(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    add("api-wrong-type", YamlText.line(node), key + " of " + what + " is not a list", "");
    return List.of();
  }

  /**
   * The mapping that a key holds; empty where the key is missing or, with a finding, no mapping.
   */
  Optional<YamlMap> map(String key, String name) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : map(node, name);
  }

  /** A value as a mapping; a finding where it is none. */
  Optional<YamlMap> map(Node node, String name) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(of(mapping, file, name, findings));
    }
    add("api-wrong-type", YamlText.line(node), name + " is not a mapping", "write key: value");
    return Optional.empty();
  }

  /** The items of a key that are mappings; a finding for each that is not. */
  List<YamlMap> maps(String key, String name) {
    List<YamlMap> maps = new ArrayList<>();
    items(key).forEach(item -> map(item, name).ifPresent(maps::add));
    return maps;
  }

  /** A finding in this file. */
  void add(String code, int at, String title, String hint) {
    findings.add(code, file, at, title, hint);
  }
}
