package org.ringbook.search.interchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.ApiMapReader;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Concept;

class SymbolInventoryTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final ApiMap MAP = ApiMapReader.read(ROOT.resolve("volumes/api-map")).map();
  private static final byte[] FILE =
      SymbolInventory.of(MAP, SymbolInventoryTest::address, "Ringbook", "1.0");

  @Test
  void theHeadIsThatOfVersion2() throws IOException {
    assertEquals(
        List.of(
            "# Sphinx inventory version 2",
            "# Project: Ringbook",
            "# Version: 1.0",
            "# The remainder of this file is compressed using zlib."),
        Inventory.read(FILE).head());
  }

  @Test
  void everyNameAndEveryConceptLeadsToAPage() throws IOException {
    List<Symbol> symbols = Inventory.read(FILE).symbols();
    Set<String> names = symbols.stream().map(Symbol::name).collect(Collectors.toSet());
    assertTrue(names.containsAll(MAP.names()));
    Set<String> pages =
        MAP.concepts().map(c -> "api/" + c.id() + ".html").collect(Collectors.toSet());
    Set<String> lines = new HashSet<>();
    for (Symbol symbol : symbols) {
      assertTrue(pages.contains(symbol.url()), symbol::toString);
      assertTrue(lines.add(symbol.name() + " " + symbol.role()), () -> symbol + " is there twice");
    }
    assertEquals(
        MAP.concepts().count(),
        symbols.stream().filter(symbol -> symbol.role().equals("std:label")).count());
  }

  @Test
  void aNameLeadsToItsNearestConceptWithItsType() throws IOException {
    Set<String> lines =
        Inventory.read(FILE).symbols().stream().map(Symbol::line).collect(Collectors.toSet());
    assertTrue(lines.contains("bus_dmamap_load c:function 1 api/dma-map-single.html -\n"));
    assertTrue(lines.contains("sk_buff c:struct 1 " + page("sk_buff") + " -\n"), lines::toString);
    assertTrue(lines.contains("NETIF_F_GRO c:macro 1 " + page("NETIF_F_GRO") + " -\n"));
    assertTrue(lines.contains("ndo_set_rx_mode c:member 1 api/ndo-set-rx-mode.html -\n"));
    assertTrue(lines.contains("MINIPORT_HALT c:type 1 " + page("MINIPORT_HALT") + " -\n"));
    Concept concept = MAP.concept("dma-map-single").orElseThrow();
    assertTrue(
        lines.contains(
            "api-dma-map-single std:label -1 api/dma-map-single.html " + concept.title() + "\n"));
  }

  @Test
  void anAddressThatEndsWithTheNameIsShortened() {
    Symbol symbol = new Symbol("kmalloc", "c:function", 1, "api/memory.html#kmalloc", "kmalloc");
    assertEquals("kmalloc c:function 1 api/memory.html#$ -\n", symbol.line());
  }

  @Test
  void theSameMapGivesTheSameBytes() {
    assertArrayEquals(
        FILE, SymbolInventory.of(MAP, SymbolInventoryTest::address, "Ringbook", "1.0"));
  }

  @Test
  void sphobjinvReadsIt(@TempDir Path dir) throws IOException, InterruptedException {
    Path inventory = Files.write(dir.resolve("symbols.inv"), FILE);
    String script =
        "import sys, sphobjinv; i = sphobjinv.Inventory(sys.argv[1]); print(i.project, i.count)";
    Process python =
        new ProcessBuilder("python3", "-c", script, inventory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    assumeTrue(!said.contains("No module named"), "sphobjinv is not installed: " + said.strip());
    assertEquals("Ringbook " + Inventory.read(FILE).symbols().size(), said.strip());
  }

  private static String page(String name) {
    return MAP.concepts()
        .filter(
            concept ->
                concept.equals(MAP.find(name).getFirst().concept())
                    && concept
                        .everyCall()
                        .flatMap(Call::everyEvidence)
                        .anyMatch(evidence -> evidence.symbol().equals(name)))
        .map(concept -> address(concept.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String address(String concept) {
    return "api/" + concept + ".html";
  }
}
