package org.ringbook.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each error that was found in the source material stands among the mistakes. Left out (a line with
 * a hyphen) are a wrong count of rows, which says nothing about drivers, and a claim that proved
 * right.
 */
class ErrataOriginsTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final Pattern ID = Pattern.compile("(?m)^      - id: (\\S+)$");

  @Test
  void everyMistakeHasAnOriginAndEveryOriginAMistake() throws IOException {
    List<String> mistakes =
        ID.matcher(Files.readString(ROOT.resolve("volumes/errata.yaml")))
            .results()
            .map(id -> id.group(1))
            .toList();
    List<String> named = column(0).stream().filter(id -> !id.equals("-")).distinct().toList();
    assertEquals(Set.copyOf(mistakes), Set.copyOf(named));
    assertTrue(mistakes.size() >= 100, () -> mistakes.size() + " mistakes");
  }

  @Test
  void everyErrorIsSettled() throws IOException {
    Path facts = ROOT.resolve("../shared/facts/seed-errors.tsv");
    assumeTrue(Files.isRegularFile(facts), "no list of errors beside this checkout");
    Set<String> errors =
        Files.readAllLines(facts).stream()
            .skip(1)
            .map(line -> line.split("\t", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> settled = new ArrayList<>();
    column(1).forEach(cell -> settled.addAll(List.of(cell.split(" "))));
    assertEquals(errors, new TreeSet<>(settled));
  }

  private static List<String> column(int index) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ErrataOriginsTest.class.getResourceAsStream(
                "/org/ringbook/render/errata-origins.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1)[index])
          .toList();
    }
  }
}
