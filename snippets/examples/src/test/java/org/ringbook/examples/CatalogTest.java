package org.ringbook.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.jbang.catalog.Alias;
import dev.jbang.catalog.Catalog;
import dev.jbang.source.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

  private Catalog catalog;

  @BeforeEach
  void read() {
    catalog = Catalog.get(Checkout.ROOT.resolve("jbang-catalog.json"));
  }

  @Test
  void the_catalog_names_each_example_once_and_nothing_else() throws IOException {
    var wanted = Checkout.examples().stream().collect(Collectors.toMap(Example::id, Example::path));
    var named = new TreeMap<String, String>();
    catalog.aliases.forEach((id, alias) -> named.put(id, alias.scriptRef));

    assertEquals(new TreeMap<>(wanted), named);
    assertEquals(0, catalog.catalogs.size() + catalog.templates.size());
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void jbang_finds_the_file_behind_an_id(Example example) throws IOException {
    Alias alias = catalog.aliases.get(example.id());

    assertNotNull(alias, "no alias " + example.id());
    assertEquals(example.file().toRealPath(), Path.of(alias.resolve()).toRealPath());
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void the_catalog_describes_an_example_as_its_header_does(Example example) {
    var header = Project.builder().build(example.file());

    assertEquals(
        header.getDescription().orElse("no //DESCRIPTION"),
        catalog.aliases.get(example.id()).description);
  }

  @Test
  void an_alias_adds_nothing_to_what_the_header_says() {
    // The build of the handbook reads headers only; what stood here would run unproven.
    catalog.aliases.forEach(
        (id, alias) -> {
          Stream<List<String>> lists =
              Stream.of(
                  alias.sources,
                  alias.resources,
                  alias.dependencies,
                  alias.repositories,
                  alias.classpaths,
                  alias.compileOptions,
                  alias.runtimeOptions,
                  alias.arguments);
          assertEquals(
              List.of(), lists.filter(Objects::nonNull).flatMap(List::stream).toList(), id);
          assertNull(alias.javaVersion, id);
          assertNull(alias.mainClass, id);
        });
  }

  @Test
  void every_volume_with_examples_is_a_source_folder_of_this_module() throws IOException {
    String pom = Files.readString(Checkout.ROOT.resolve("snippets/examples/pom.xml"));
    var folders =
        Checkout.examples().stream()
            .map(e -> e.file().getParent().getFileName().toString())
            .distinct()
            .filter(folder -> !pom.contains("${project.basedir}/" + folder + "<"))
            .toList();

    assertEquals(0, folders.size(), "not compiled by this module: " + folders);
  }
}
