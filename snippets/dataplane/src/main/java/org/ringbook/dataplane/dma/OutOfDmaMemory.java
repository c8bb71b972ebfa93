package org.ringbook.dataplane.dma;

/**
 * No coherent memory is left. A driver that meets it must fail its start cleanly.
 */
public final class OutOfDmaMemory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfDmaMemory(long wanted, long left) {
    super("%d bytes wanted, %d left".formatted(wanted, left));
  }
}
