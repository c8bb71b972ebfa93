package org.ringbook.porter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringbook.porter.Inventory.Fate;
import org.ringbook.porter.Inventory.Line;
import org.ringbook.porter.TypeInventory.Kind;

/** Calls and types, and what becomes of them. */
class InventoryTest {
  private static final String MAP =
      """
      concepts:
        - id: map-it
          relation: adapter
          does: >-
            Calls free_it and others.
          linux:
            calls: [{name: map_it, phase: packet, flags: [NOT_ME]}, map_check]
            or:
              - - {name: map_all, phase: packet}
            with: [merge_it]
          freebsd:
            calls: [load_it]
        - id: merge-it
          relation: exception
          linux:
            calls:
              - {name: merge_it, phase: packet}
          netbsd:
            none: nothing like merge_lists
        - id: nothing-here
          relation: exception
          linux:
            none: no_such_thing
      """;

  private static ApiMap map(Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), MAP);
    return ApiMap.read(folder, "linux");
  }

  @Test
  void theMapHasTheNamesOfOneSystemOnly(@TempDir Path folder) throws IOException {
    ApiMap map = map(folder);
    assertEquals(new ApiMap.Place("map-it", "adapter", 2), map.of("map_it"));
    assertEquals(new ApiMap.Place("map-it", "adapter", 1), map.of("map_check"));
    assertEquals(new ApiMap.Place("map-it", "adapter", 0), map.of("map_all"));
    assertEquals(new ApiMap.Place("merge-it", "exception", 2), map.of("merge_it"));
    for (String other : List.of("load_it", "NOT_ME", "free_it", "no_such_thing", "packet")) {
      assertNull(map.of(other), other);
    }
    assertEquals(4, map.size());
  }

  @Test
  void eachCallHasOneFate(@TempDir Path folder) throws IOException {
    CSource source =
        CSource.of(
            "a.c",
            """
            #define OWN(x) (x)
            static void helper(void) { }
            static void f(void) {
              map_it(); map_it(); merge_it(); memset(OWN(a), 0, 4); helper();
              strange(); looked_up();
            }
            """);
    Inventory inventory =
        new Inventory(List.of(source), map(folder), Map.of("looked_up", Fate.ADAPTER));
    assertEquals(
        List.of(
            new Line("looked_up", 1, Fate.ADAPTER, ""),
            new Line("map_it", 2, Fate.ADAPTER, "map-it"),
            new Line("memset", 1, Fate.PORTABLE, ""),
            new Line("merge_it", 1, Fate.EXCEPTION, "merge-it"),
            new Line("strange", 1, Fate.UNDECIDED, "")),
        inventory.of(source.functions()));
    assertEquals(5, inventory.kernelCalls(source.functions().get(1)));
    assertEquals(0, inventory.kernelCalls(source.functions().get(0)));
  }

  /** What the core is for: nothing in it calls a kernel. */
  @Test
  void theCoreInCCallsNoKernel() throws IOException {
    Path core = DriverSources.inBook("snippets/native/core");
    Path adapter = DriverSources.inBook("snippets/native/drivers/linux");
    List<CSource> sources = DriverSources.of(core, adapter);
    ApiMap map = ApiMap.read(DriverSources.inBook("volumes/api-map"), "linux");
    Inventory inventory = new Inventory(sources, map);
    for (CSource source : DriverSources.of(core)) {
      for (CFunction function : source.functions()) {
        assertEquals(0, inventory.kernelCalls(function), function::toString);
      }
    }
  }

  @Test
  void theRealMapKnowsTheCallsOfTheDmaChapter() throws IOException {
    ApiMap map = ApiMap.read(DriverSources.inBook("volumes/api-map"), "linux");
    for (String call : Set.of("dma_map_single", "dma_alloc_coherent", "napi_gro_receive")) {
      assertEquals(call.replace('_', '-'), map.of(call).concept());
    }
  }

  @Test
  void typesAreCountedByKind() {
    List<CSource> sources =
        List.of(
            CSource.of(
                "a.c",
                """
                /* u32 in a comment */
                struct a { u32 b; __le16 c; dma_addr_t d; unsigned  long e; long f; };
                static u32 g(struct sk_buff *skb, unsigned long long h, uint32_t i);
                static spinlock_t my_u32;
                """));
    assertEquals(Map.of("u32", 2), TypeInventory.of(sources, Kind.WIDTH));
    assertEquals(Map.of("__le16", 1), TypeInventory.of(sources, Kind.BYTE_ORDER));
    assertEquals(Map.of("dma_addr_t", 1), TypeInventory.of(sources, Kind.MEANING));
    assertEquals(Map.of("unsigned long", 1, "long", 1), TypeInventory.of(sources, Kind.LONG));
    assertEquals(
        Map.of("struct sk_buff", 1, "spinlock_t", 1), TypeInventory.of(sources, Kind.OBJECT));
  }
}
