package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.SCATTER_GATHER;
import static org.ringbook.dataplane.port.Feature.TSO4;
import static org.ringbook.dataplane.port.Feature.TSO6;
import static org.ringbook.dataplane.port.Feature.TX_CHECKSUM;
import static org.ringbook.dataplane.port.Registers.RDT;
import static org.ringbook.dataplane.port.Registers.TDT;

import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.Doorbell;
import org.ringbook.dataplane.ring.ExtendedTxFormat;
import org.ringbook.dataplane.ring.LegacyRxFormat;
import org.ringbook.dataplane.ring.LegacyTxFormat;
import org.ringbook.dataplane.ring.RxFormat;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxFormat;
import org.ringbook.dataplane.ring.TxRing;

/** The rings of a port, and what they were made for. */
record EthernetRings(
    PortSettings settings,
    PacketSource source,
    DescriptorRing txDescriptors,
    DescriptorRing rxDescriptors,
    TxRing tx,
    RxRing rx) {

  /**
   * Makes rings, or keeps the earlier ones if nothing changed. Coherent memory is
   * never freed, so descriptors of the same size are used again.
   *
   * @param earlier rings, empty now; null at first
   */
  static EthernetRings make(
      EthernetRings earlier,
      RegisterAccess registers,
      CoherentMemory memory,
      PacketSource source,
      PortSettings settings) {
    if (earlier != null && earlier.isFor(settings, source)) {
      return earlier;
    }
    DescriptorRing tx;
    DescriptorRing rx;
    if (earlier != null && earlier.settings.ringSize() == settings.ringSize()) {
      tx = earlier.txDescriptors;
      rx = earlier.rxDescriptors;
    } else {
      tx = new DescriptorRing(memory, settings.ringSize());
      rx = new DescriptorRing(memory, settings.ringSize());
    }
    return over(tx, rx, registers, source, settings);
  }

  private boolean isFor(PortSettings wanted, PacketSource from) {
    return source == from && settings.equals(wanted);
  }

  private static EthernetRings over(
      DescriptorRing txDescriptors,
      DescriptorRing rxDescriptors,
      RegisterAccess registers,
      PacketSource source,
      PortSettings settings) {
    Doorbell tdt = tail -> registers.write32(TDT, tail);
    Doorbell rdt = tail -> registers.write32(RDT, tail);
    TxRing tx = new TxRing(txDescriptors, format(settings), tdt);
    RxFormat legacy = new LegacyRxFormat();
    int longest = longestChain(settings, source);
    RxRing rx = new RxRing(rxDescriptors, legacy, source, longest, rdt);
    return new EthernetRings(settings, source, txDescriptors, rxDescriptors, tx, rx);
  }

  /** Legacy descriptors do without a context, so they are left only for offloads. */
  private static TxFormat format(PortSettings settings) {
    boolean segments = settings.uses(TSO4) || settings.uses(TSO6);
    boolean offloads = segments || settings.uses(TX_CHECKSUM);
    return offloads ? new ExtendedTxFormat() : new LegacyTxFormat();
  }

  private static int longestChain(PortSettings settings, PacketSource source) {
    return settings.uses(SCATTER_GATHER)
        ? EthernetLimits.buffers(settings, source.bufferSize())
        : 1;
  }
}
