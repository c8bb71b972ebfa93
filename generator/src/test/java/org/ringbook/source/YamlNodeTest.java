package org.ringbook.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;

class YamlNodeTest {

  private final Problems problems = new Problems();

  private YamlNode parse(String text) {
    return YamlNode.parse("x.yaml", text, problems).orElseThrow();
  }

  private List<String> told() {
    return problems.sorted().stream().map(p -> p.place() + " " + p.title()).toList();
  }

  @Example
  void values_have_the_places_of_their_lines() {
    YamlNode node = parse("a: 1\nb:\n  - x\n  - y\n");
    assertEquals("1", node.required("a"));
    assertEquals(List.of("x", "y"), node.items("b").stream().map(YamlNode::text).toList());
    assertEquals("x.yaml:4", node.items("b").getLast().place().toString());
    assertEquals(List.of(), told());
  }

  @Example
  void what_is_missing_or_misshapen_is_told_and_reading_goes_on() {
    YamlNode node = parse("a: [1]\nb: text\nc: maybe\nd:\n");
    assertEquals("", node.required("a"));
    assertEquals(List.of(), node.items("b"));
    assertFalse(node.flag("c"));
    assertEquals("", node.required("d"));
    assertEquals("", node.required("e"));
    node.allow(Set.of("a", "b", "c", "e"));
    assertEquals(
        List.of(
            "x.yaml:1 a text is expected here",
            "x.yaml:1 e is missing",
            "x.yaml:2 a list is expected here",
            "x.yaml:3 c is maybe",
            "x.yaml:4 d is empty",
            "x.yaml:4 unknown key d"),
        told());
  }

  @Example
  void an_empty_file_and_broken_syntax_are_told() {
    assertEquals(Optional.empty(), YamlNode.parse("x.yaml", "", problems));
    assertEquals(Optional.empty(), YamlNode.parse("x.yaml", "a: 1\nb: [", problems));
    assertEquals(2, problems.errors());
  }

  @Property
  void no_text_makes_it_throw(@ForAll String text) {
    var found = new Problems();
    YamlNode.parse("x.yaml", text, found).ifPresent(YamlNode::members);
    assertTrue(found.sorted().stream().map(Problem::code).allMatch("malformed-yaml"::equals));
  }
}
