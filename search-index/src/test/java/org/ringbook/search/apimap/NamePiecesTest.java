package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamePiecesTest {

  @Test
  void aNameBreaksAfterUnderscoresAndHumpsOnly() {
    assertEquals(List.of("dma_", "map_", "single"), NamePieces.of("dma_map_single"));
    assertEquals(List.of("Ndis", "MMap", "Io", "Space"), NamePieces.of("NdisMMapIoSpace"));
    assertEquals(List.of("__", "iomem"), NamePieces.of("__iomem"));
    assertEquals(List.of("Rtos.", "spawn"), NamePieces.of("Rtos.spawn"));
  }

  @Property
  void thePiecesAreTheName(@ForAll String name) {
    assertEquals(name, String.join("", NamePieces.of(name)));
  }
}
