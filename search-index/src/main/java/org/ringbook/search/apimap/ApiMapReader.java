package org.ringbook.search.apimap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the map's folder. What an author got wrong is a finding, never an exception. */
public final class ApiMapReader {

  private static final String CATEGORIES = "categories.yaml";

  private final Path dir;
  private final Findings findings = new Findings();
  private final List<ExampleUse> examples = new ArrayList<>();
  private final Map<String, String> conceptHomes = new HashMap<>();

  private ApiMapReader(Path dir) {
    this.dir = dir;
  }

  /**
   * What was read, and what is wrong with it.
   *
   * @param map everything that could be read; empty where nothing could
   * @param findings sorted by file and line; empty for a sound map
   * @param examples that concepts name, in the order of the tables; nobody has looked for them
   */
  public record Reading(ApiMap map, List<Finding> findings, List<ExampleUse> examples) {

    public Reading {
      findings = List.copyOf(findings);
      examples = List.copyOf(examples);
    }
  }

  /**
   * Reads all files of the folder.
   *
   * @param dir that holds {@code categories.yaml}, a file for each category and {@code
   *     evidence.tsv}; a missing folder or file is a finding
   */
  public static Reading read(Path dir) {
    return new ApiMapReader(dir).read();
  }

  private Reading read() {
    EvidenceTable evidence = EvidenceReader.read(dir, findings);
    Set<String> listed = new HashSet<>();
    List<Category> categories = new ArrayList<>();
    YamlText.read(dir, CATEGORIES, findings)
        .ifPresent(
            yaml -> {
              yaml.allow(Set.of("categories"));
              for (YamlMap entry : yaml.maps("categories", "a category")) {
                category(entry, listed, evidence).ifPresent(categories::add);
              }
            });
    reportUnlistedFiles(listed);
    if (!findings.somethingWasNotRead()) {
      evidence.reportUnused(EvidenceReader.FILE, findings);
    }
    return new Reading(new ApiMap(categories), findings.sorted(), examples);
  }

  private Optional<Category> category(YamlMap entry, Set<String> listed, EvidenceTable evidence) {
    entry.allow(Set.of("id", "title"));
    Optional<String> id = entry.required("id");
    Optional<String> title = entry.required("title");
    if (id.isEmpty() || title.isEmpty()) {
      return Optional.empty();
    }
    if (!listed.add(id.get())) {
      String said = "the category " + id.get() + " is listed twice";
      entry.add("api-duplicate-id", entry.line("id"), said, "keep one");
      return Optional.empty();
    }
    if (!Files.isRegularFile(dir.resolve(id.get() + ".yaml"))) {
      String said = "the category " + id.get() + " has no file";
      entry.add("api-missing-file", entry.line("id"), said, "add " + id.get() + ".yaml");
      return Optional.empty();
    }
    return Optional.of(new Category(id.get(), title.get(), concepts(id.get(), evidence)));
  }

  private List<Concept> concepts(String category, EvidenceTable evidence) {
    List<Concept> concepts = new ArrayList<>();
    Optional<YamlMap> yaml = YamlText.read(dir, category + ".yaml", findings);
    yaml.ifPresent(file -> file.allow(Set.of("concepts")));
    yaml.map(file -> file.maps("concepts", "a concept")).orElse(List.of()).stream()
        .filter(entry -> unique(entry, category + ".yaml"))
        .peek(entry -> noteExample(entry, category + ".yaml"))
        .forEach(entry -> ConceptReader.read(entry, category, evidence).ifPresent(concepts::add));
    return concepts;
  }

  private void noteExample(YamlMap entry, String file) {
    entry
        .text("example")
        .ifPresent(id -> examples.add(new ExampleUse(id, file, entry.line("example"))));
  }

  private boolean unique(YamlMap entry, String file) {
    if (!entry.has("id")) {
      return true;
    }
    String id = entry.text("id").orElse("");
    String home = file + ":" + entry.line("id");
    String first = conceptHomes.putIfAbsent(id, home);
    if (first != null) {
      String title = "the concept " + id + " is there already";
      entry.add("api-duplicate-id", entry.line("id"), title, "it stands in " + first);
    }
    return first == null;
  }

  private void reportUnlistedFiles(Set<String> listed) {
    try (Stream<Path> files = Files.list(dir)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      for (String name : new TreeSet<>(names)) {
        if (name.endsWith(".yaml") && !name.equals(CATEGORIES) && !listed.contains(stem(name))) {
          String hint = "add it to " + CATEGORIES;
          findings.add("api-unlisted-file", name, 0, "no category is called " + stem(name), hint);
        }
      }
    } catch (IOException e) {
      findings.add("api-unreadable-file", "", 0, "the folder of the API map cannot be read", "");
    }
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ".yaml".length());
  }
}
