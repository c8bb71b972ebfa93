package org.ringbook.render.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramCacheTest {

  private final List<String> drawn = new ArrayList<>();

  @Test
  void drawsOnceWhatDoesNotChange(@TempDir Path folder) throws IOException {
    Path cache = folder.resolve("not/yet/there");
    for (int build = 0; build < 3; build++) {
      Drawing drawing = new DiagramCache(cache, this::draw).svg("ditaa", "+-+ é", "a box");
      assertEquals(new Drawing.Svg("<svg>+-+ é</svg>"), drawing);
    }
    assertEquals(List.of("+-+ é"), drawn);
    assertEquals(1, files(cache).size());
  }

  @Test
  void drawsAgainWhenKindTextOrAlternativeChange(@TempDir Path folder) throws IOException {
    DiagramCache cache = new DiagramCache(folder, this::draw);
    cache.svg("ditaa", "a", "b");
    cache.svg("plantuml", "a", "b");
    cache.svg("ditaa", "c", "b");
    cache.svg("ditaa", "a", "d");
    cache.svg("ditaa", "ab", "");
    assertEquals(5, drawn.size());
  }

  @Test
  void keepsNoFailure(@TempDir Path folder) throws IOException {
    DiagramCache cache =
        new DiagramCache(
            folder,
            (kind, text, alt) -> {
              drawn.add(text);
              return new Drawing.Failure(3, "wrong");
            });
    assertEquals(new Drawing.Failure(3, "wrong"), cache.svg("ditaa", "a", "b"));
    assertEquals(new Drawing.Failure(3, "wrong"), cache.svg("ditaa", "a", "b"));
    assertEquals(2, drawn.size());
    assertTrue(files(folder).isEmpty());
  }

  private Drawing draw(String kind, String text, String alt) {
    drawn.add(text);
    return new Drawing.Svg("<svg>" + text + "</svg>");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
