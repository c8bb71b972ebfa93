package org.ringbook.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TaggedSourceTest {

  private static List<String> faults(String text) {
    return TaggedSource.of(text).faults().stream()
        .map(fault -> fault.code() + " " + fault.tag() + " " + fault.line())
        .toList();
  }

  @Example
  void regions_nest_and_lose_marks_and_common_indentation() {
    TaggedSource source =
        TaggedSource.of(
            """
            void main() {
              // tag::outer[]
              int a;
                // tag::inner[]
                int b;
                // end::inner[]
              // end::outer[]
            }
            """);
    assertEquals(
        List.of(
            new TaggedSource.Region(2, "int a;\n  int b;"), new TaggedSource.Region(4, "int b;")),
        List.copyOf(source.regions().values()));
    assertEquals(List.of("outer", "inner"), List.copyOf(source.regions().keySet()));
    assertEquals("void main() {\n  int a;\n    int b;\n}", source.body());
    assertEquals(List.of(), source.faults());
  }

  @Example
  void marks_that_do_not_pair_are_told_once() {
    assertEquals(
        List.of("duplicate-tag a 3", "unopened-tag b 5", "unclosed-tag c 6"),
        faults("/* tag::a[] */\n# end::a[]\n# tag::a[]\n# end::a[]\n# end::b[]\n# tag::c[]\n"));
  }

  @Property
  void a_text_without_marks_is_its_own_body(@ForAll String text) {
    String wanted = text.replace("::", ":");
    TaggedSource source = TaggedSource.of(wanted);
    assertTrue(source.regions().isEmpty() && source.faults().isEmpty());
    assertEquals(
        wanted.lines().toList().stream().filter(line -> !line.isBlank()).count(),
        source.body().lines().filter(line -> !line.isBlank()).count());
  }
}
