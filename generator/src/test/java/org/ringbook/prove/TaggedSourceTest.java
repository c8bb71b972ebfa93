package org.ringbook.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;

class TaggedSourceTest {

  private final Problems problems = new Problems();

  private TaggedSource read(String text) {
    return TaggedSource.of("X.java", text.lines().toList(), problems);
  }

  @Test
  void regions_nest_and_lose_marks_and_common_indentation() {
    TaggedSource source =
        read(
            """
            //JAVA 25+

            void main() {
              // tag::outer[]
              int a;
                // tag::inner[]
                int b;
                // end::inner[]
              // end::outer[]
            }
            """);
    assertEquals(Map.of("outer", "int a;\n  int b;\n", "inner", "int b;\n"), source.texts());
    assertEquals("void main() {\n  int a;\n    int b;\n}\n", source.body());
    assertEquals(List.of(), problems.sorted());
  }

  @Test
  void marks_that_do_not_pair_are_reported_at_their_lines() {
    read("// tag::a[]\n// end::a[]\n// tag::a[]\n// end::b[]\n// tag::c[]\n");
    assertEquals(
        List.of("duplicate-tag", "unopened-tag", "unclosed-tag"),
        problems.sorted().stream().map(Problem::code).toList());
    assertEquals(
        List.of(3, 4, 5), problems.sorted().stream().map(Problem::place).map(Place::line).toList());
  }
}
