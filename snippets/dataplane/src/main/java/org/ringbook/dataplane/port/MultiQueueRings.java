package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.RX_CHECKSUM;
import static org.ringbook.dataplane.port.Feature.SCATTER_GATHER;
import static org.ringbook.dataplane.port.Registers82599.rdt;
import static org.ringbook.dataplane.port.Registers82599.tdt;

import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.PacketSource;
import org.ringbook.dataplane.ring.AdvancedRxFormat;
import org.ringbook.dataplane.ring.AdvancedTxFormat;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.Doorbell;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.TxRing;

/** The two rings of one queue of an 82599. */
record MultiQueueRings(
    DescriptorRing txDescriptors,
    DescriptorRing rxDescriptors,
    PacketSource source,
    TxRing tx,
    RxRing rx) {

  /**
   * Makes the rings of a queue; descriptors of the same size are used again.
   *
   * @param earlier rings of the queue, empty now; null at first
   */
  static MultiQueueRings make(
      MultiQueueRings earlier,
      RegisterAccess registers,
      CoherentMemory memory,
      PacketSource source,
      PortSettings settings,
      int queue) {
    int size = settings.ringSize();
    boolean fits = earlier != null && earlier.txDescriptors.size() == size;
    var out = fits ? earlier.txDescriptors : new DescriptorRing(memory, size);
    var in = fits ? earlier.rxDescriptors : new DescriptorRing(memory, size);
    Doorbell rdt = tail -> registers.write32(rdt(queue), tail);
    Doorbell tdt = tail -> registers.write32(tdt(queue), tail);
    int chain = longestChain(settings, source);
    var format = new AdvancedRxFormat(settings.uses(RX_CHECKSUM));
    RxRing rx = new RxRing(in, format, source, chain, rdt);
    TxRing tx = new TxRing(out, new AdvancedTxFormat(), tdt);
    return new MultiQueueRings(out, in, source, tx, rx);
  }

  private static int longestChain(PortSettings settings, PacketSource source) {
    boolean chains = settings.uses(SCATTER_GATHER);
    return chains ? MultiQueueLimits.buffers(settings, source.bufferSize()) : 1;
  }
}
