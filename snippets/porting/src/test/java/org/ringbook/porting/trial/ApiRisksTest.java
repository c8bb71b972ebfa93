package org.ringbook.porting.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The handbook's table of risk classes is counted from the API map. */
class ApiRisksTest {
  private static final Path MAP = Path.of("../../volumes/api-map");
  private static final Pattern CATEGORY = Pattern.compile("id: ([a-z-]+), title: \"([^\"]+)\"");
  private static final Pattern RELATION = Pattern.compile("    relation: (\\w+)");
  private static final Pattern SYSTEM = Pattern.compile("    (\\w+):.*");
  private static final List<String> SYSTEMS =
      List.of("linux", "freebsd", "netbsd", "illumos", "windows", "rtos");
  private static final List<List<String>> CLASSES =
      List.of(
          List.of("direct"),
          List.of("adapter", "sequence"),
          List.of("concept"),
          List.of("exception"));

  @Test
  void the_table_is_what_the_map_says() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "calls for\tlow\tmedium\thigh\texcepted\twithout on Linux"
                + "\tFreeBSD\tNetBSD\tillumos\tWindows\tRTOS\n");
    Matcher category = CATEGORY.matcher(Files.readString(MAP.resolve("categories.yaml")));
    while (category.find()) {
      table.append(category.group(2));
      counts(MAP.resolve(category.group(1) + ".yaml"))
          .forEach(count -> table.append('\t').append(count));
      table.append('\n');
    }
    String file = Files.readString(Path.of("api-risks.tsv"));
    assertEquals(table.toString(), file, "count anew: the expected text is right");
  }

  private static Stream<Integer> counts(Path file) throws IOException {
    Map<String, Integer> relations = new HashMap<>();
    Map<String, Integer> without = new HashMap<>();
    String system = "";
    for (String line : Files.readAllLines(file)) {
      Matcher relation = RELATION.matcher(line);
      Matcher key = SYSTEM.matcher(line);
      if (relation.matches()) {
        relations.merge(relation.group(1), 1, Integer::sum);
      } else if (key.matches()) {
        system = key.group(1);
      } else if (line.startsWith("      none:")) {
        without.merge(system, 1, Integer::sum);
      }
    }
    return Stream.concat(
        CLASSES.stream()
            .map(
                all ->
                    all.stream().collect(Collectors.summingInt(r -> relations.getOrDefault(r, 0)))),
        SYSTEMS.stream().map(os -> without.getOrDefault(os, 0)));
  }
}
