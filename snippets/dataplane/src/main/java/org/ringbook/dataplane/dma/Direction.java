package org.ringbook.dataplane.dma;

/** Which way the data of a streaming mapping goes, seen from memory. */
public enum Direction {
  /** The device reads: a frame to send. */
  TO_DEVICE,
  /** The device writes: a receive buffer. */
  FROM_DEVICE,
  /** Both: a buffer that is received into and then forwarded. */
  BOTH;

  /** Whether a device may do this to memory that was mapped this way. */
  public boolean allows(DmaBus.Access access) {
    return switch (this) {
      case TO_DEVICE -> access == DmaBus.Access.READ;
      case FROM_DEVICE -> access == DmaBus.Access.WRITE;
      case BOTH -> true;
    };
  }
}
