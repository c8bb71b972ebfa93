package org.ringbook.porter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the handbook's API map says of a kernel's calls: the concept that a call
 * belongs to, and how far the other systems have it. Reads the map's own files line
 * by line; that they are well-formed, the build of the book has seen to.
 */
public final class ApiMap {
  private static final Pattern NOT_A_NAME =
      Pattern.compile("\\b(?:calls|with|or|name|phase: *\\w+|flags: *\\[[^]]*]):?");
  private static final Pattern NAME = Pattern.compile("\\w+");

  /**
   * The place of a call in the map.
   *
   * @param concept id of its entry
   * @param relation direct, adapter, sequence, concept or exception
   * @param rank 2 if the entry is named after the call, 1 if it is about it, else 0
   */
  public record Place(String concept, String relation, int rank) {}

  private final Map<String, Place> places = new HashMap<>();

  private ApiMap() {}

  /**
   * Reads a map.
   *
   * @param folder with its files, {@code volumes/api-map}
   * @param system whose names are wanted, such as {@code linux}
   */
  public static ApiMap read(Path folder, String system) throws IOException {
    ApiMap map = new ApiMap();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".yaml")) {
          map.add(Files.readAllLines(file), system);
        }
      }
    }
    return map;
  }

  private void add(List<String> lines, String system) {
    String concept = "";
    String relation = "";
    boolean inColumn = false;
    boolean main = false;
    for (String line : lines) {
      if (line.startsWith("  - id:")) {
        concept = line.substring(7).strip();
      } else if (line.startsWith("    relation:")) {
        relation = line.substring(13).strip();
      } else if (line.matches("    \\w.*")) {
        inColumn = line.startsWith("    " + system + ":");
      } else if (inColumn && !line.strip().startsWith("none:")) {
        main = line.matches("      \\w.*") ? line.startsWith("      calls") : main;
        enter(line, concept, relation, main);
      }
    }
  }

  /** The entry of the highest rank stays, and of these the first. */
  private void enter(String line, String concept, String relation, boolean main) {
    Matcher names = NAME.matcher(NOT_A_NAME.matcher(line).replaceAll(" "));
    while (names.find()) {
      String name = names.group();
      int rank = concept.equals(name.replace('_', '-')) ? 2 : main ? 1 : 0;
      Place place = new Place(concept, relation, rank);
      places.merge(name, place, (a, b) -> b.rank() > a.rank() ? b : a);
    }
  }

  /** Where a call stands in the map; null if it isn't in it. */
  public Place of(String call) {
    return places.get(call);
  }

  /** Names in the map. */
  public int size() {
    return places.size();
  }
}
