package org.ringbook.device;

/**
 * What a PCI Express link carries each way, before and after its own overhead: the
 * bound on a NIC that no driver can move (PCI Express Base Specification: 8b/10b
 * below 8 GT/s, 128b/130b up to 32 GT/s, flits of 256 bytes from 64 GT/s on).
 *
 * @param generation 1 to 7
 * @param lanes 1, 2, 4, 8 or 16
 */
public record PcieLink(int generation, int lanes) {
  /**
   * Bytes around the data of a memory write: 16 of header with a 64-bit address, 4
   * of link CRC, 4 of sequence number and framing; no end-to-end CRC.
   */
  public static final int WRITE_OVERHEAD_BYTES = 16 + 4 + 4;

  private static final double[] GIGATRANSFERS = {2.5, 5, 8, 16, 32, 64, 128};
  private static final int FIRST_OF_FLITS = 6;
  private static final int FLIT_BYTES = 256;
  private static final int FLIT_TLP_BYTES = 236;

  /** Refuses what does not exist. */
  public PcieLink {
    boolean known = generation >= 1 && generation <= GIGATRANSFERS.length;
    if (!known || Integer.bitCount(lanes) != 1 || lanes > 16) {
      throw new IllegalArgumentException("PCIe " + generation + " x" + lanes);
    }
  }

  /** Bits on the wires in a second, in gigabits. */
  public double rawGigabits() {
    return GIGATRANSFERS[generation - 1] * lanes;
  }

  /** What packets can use, in gigabits a second: without the line's encoding. */
  public double packetGigabits() {
    if (generation >= FIRST_OF_FLITS) {
      return rawGigabits() * FLIT_TLP_BYTES / FLIT_BYTES;
    }
    double raw = rawGigabits();
    return generation <= 2 ? raw * 8 / 10 : raw * 128 / 130;
  }

  /**
   * Data of memory writes of the largest size, in gigabits a second.
   * Acknowledgements and flow control take a few percent more.
   *
   * @param payloadBytes the link's Max_Payload_Size: 128 to 4096, a power of two
   * @throws IllegalStateException for generations whose flits pack writes otherwise
   */
  public double writeGigabits(int payloadBytes) {
    if (generation >= FIRST_OF_FLITS) {
      throw new IllegalStateException("flits frame no single write");
    }
    boolean inRange = payloadBytes >= 128 && payloadBytes <= 4096;
    if (!inRange || Integer.bitCount(payloadBytes) != 1) {
      throw new IllegalArgumentException("a payload of " + payloadBytes);
    }
    return packetGigabits() * payloadBytes / (payloadBytes + WRITE_OVERHEAD_BYTES);
  }
}
