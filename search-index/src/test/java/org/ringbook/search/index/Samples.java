package org.ringbook.search.index;

import java.util.List;
import java.util.Map;
import org.ringbook.search.document.Kind;
import org.ringbook.search.document.SearchDocument;

/** A handbook of a few documents, sorted by key. */
final class Samples {

  static final List<SearchDocument> BOOK =
      List.of(
          new SearchDocument(
              "api/dma-map",
              Kind.API,
              "Map one buffer for DMA",
              "api/dma.html#map",
              "API map / DMA",
              "",
              List.of("dma_map_single", "bus_dmamap_load", "ddi_dma_addr_bind_handle"),
              List.of(),
              "Gives the device an address for a buffer of the kernel. Check the result before"
                  + " use.",
              List.of("pci_map_single"),
              Map.of("pci_map_single", "Linux"),
              List.of("Where does the card see my bytes?")),
          new SearchDocument(
              "api/mapping-error",
              Kind.API,
              "Find out whether a mapping failed",
              "api/dma.html#mapping-error",
              "API map / DMA",
              "",
              List.of("dma_mapping_error"),
              List.of(),
              "A mapping error is reported by the address itself; dma_map_single never returns"
                  + " null."),
          new SearchDocument(
              "ch/quiesce",
              Kind.SECTION,
              "Stopping without losing",
              "foundation/quiesce.html",
              "Foundation / Quiesce",
              "foundation",
              List.of(),
              List.of("P-07"),
              "First the ring is drained. The transmit ring, the receive ring: no ring is freed"
                  + " early."),
          new SearchDocument(
              "ch/transmit-ring",
              Kind.SECTION,
              "The transmit ring: who owns a slot, and when",
              "foundation/transmit-ring.html",
              "Foundation / The transmit ring",
              "foundation",
              List.of(),
              List.of("P-01"),
              "Head equal to tail means empty. The doorbell of an 82599 is a register write."),
          new SearchDocument(
              "ex/tx-ring-full",
              Kind.EXAMPLE,
              "Fills a ring of eight",
              "examples/tx-ring-full.html",
              "Examples",
              "foundation",
              List.of("tx-ring-full"),
              List.of(),
              "Shows that seven slots of eight are usable."));

  private Samples() {}
}
