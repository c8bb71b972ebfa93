package org.ringbook.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file that knows its line. Reading never throws: what is missing or of the wrong
 * shape becomes a problem with its place, and reading goes on with something empty.
 */
public final class YamlNode {

  private static final String CODE = "malformed-yaml";

  private final String file;
  private final Problems problems;
  private final Node node;

  private YamlNode(String file, Problems problems, Node node) {
    this.file = file;
    this.problems = problems;
    this.node = node;
  }

  /**
   * Parses a file's text.
   *
   * @param file its path relative to the book's root, for places
   */
  public static Optional<YamlNode> parse(String file, String text, Problems problems) {
    try {
      var settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        problems.error(CODE, Place.of(file), "the file is empty", "");
      }
      return node.map(root -> new YamlNode(file, problems, root));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.error(CODE, new Place(file, line), "not YAML: " + e.getProblem(), "");
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.error(CODE, Place.of(file), "not YAML: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** Where it starts. */
  public Place place() {
    return new Place(file, node.getStartMark().map(Mark::getLine).orElse(-1) + 1);
  }

  /** Reports every key of this mapping that isn't one of these. */
  public void allow(Set<String> keys) {
    members()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                problems.error(
                    "unknown-key",
                    value.place(),
                    "unknown key " + key,
                    NearestName.hint(key, keys));
              }
            });
  }

  /** The members of this mapping in order; none, and a problem, when it isn't one. */
  public Map<String, YamlNode> members() {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              tuple -> {
                YamlNode key = of(tuple.getKeyNode());
                if (members.put(key.text(), of(tuple.getValueNode())) != null) {
                  key.problem("key " + key.text() + " stands twice", "Keep one of the two.");
                }
              });
    } else {
      problem("keys with values are expected here", "Write key: value, a line for each.");
    }
    return members;
  }

  /** A member of this mapping. */
  public Optional<YamlNode> member(String key) {
    return Optional.ofNullable(members().get(key));
  }

  /** A member that must be there; its absence is a problem. */
  public String required(String key) {
    if (!(node instanceof MappingNode)) {
      return "";
    }
    Optional<YamlNode> member = member(key);
    String text = member.map(YamlNode::text).orElse("");
    if (member.isEmpty()) {
      problem(key + " is missing", "Add " + key + ": …");
    } else if (text.isBlank() && member.get().node instanceof ScalarNode) {
      member.get().problem(key + " is empty", "Write something after " + key + ":");
    }
    return text;
  }

  /** A member that is {@code true} or {@code false}; false when it is absent. */
  public boolean flag(String key) {
    Optional<YamlNode> member = member(key);
    String text = member.map(YamlNode::text).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      member.ifPresent(flag -> flag.problem(key + " is " + text, "Write true or false."));
    }
    return text.equals("true");
  }

  /** The text of a member, or a default. */
  public String optional(String key, String otherwise) {
    return member(key).map(YamlNode::text).orElse(otherwise);
  }

  /** The items of the list under a key; none when the key is absent. */
  public List<YamlNode> items(String key) {
    return member(key).map(YamlNode::items).orElse(List.of());
  }

  /** The items of the list under a key; its absence is a problem, and so is an empty list. */
  public List<YamlNode> requiredItems(String key) {
    Optional<YamlNode> member = node instanceof MappingNode ? member(key) : Optional.empty();
    if (node instanceof MappingNode && member.isEmpty()) {
      problem(key + " is missing", "Add " + key + ":");
    }
    List<YamlNode> items = member.map(YamlNode::items).orElse(List.of());
    if (items.isEmpty() && member.isPresent() && member.get().node instanceof SequenceNode) {
      member.get().problem(key + " is empty", "");
    }
    return items;
  }

  /** The items of this list; none, and a problem, when it isn't one. */
  public List<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::of).toList();
    }
    problem("a list is expected here", "Write - before each item, or [one, two].");
    return List.of();
  }

  /** This scalar's text; empty, and a problem, when it isn't one. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("a text is expected here", "Write it in quotes where it has brackets or a colon.");
    return "";
  }

  private YamlNode of(Node child) {
    return new YamlNode(file, problems, child);
  }

  private void problem(String title, String hint) {
    problems.error(CODE, place(), title, hint);
  }
}
