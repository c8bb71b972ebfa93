package org.ringbook.dataplane.ring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;

/** A transmit ring of eight whose device is the test. */
final class TxBench {
  final DmaMemory dma = new DmaMemory(1 << 18);
  final DescriptorRing slots = new DescriptorRing(dma, 8);
  final PacketPool pool = new PacketPool(dma, 50, 4096);
  final List<Integer> tails = new ArrayList<>();
  final List<Packet> sent = new ArrayList<>();
  final TxRing ring;

  TxBench(TxFormat format) {
    ring = new TxRing(slots, format, tails::add);
  }

  /** A chain with these bytes in its packets. */
  Packet chain(int... lengths) {
    Packet first = null;
    for (int i = lengths.length - 1; i >= 0; i--) {
      Packet packet = pool.take();
      packet.length(lengths[i]);
      packet.next(first);
      first = packet;
    }
    return first;
  }

  /** The device is done with one descriptor: DD stands alike in all formats. */
  void finish(int index) {
    LegacyTxDescriptor.writeBack(slots.slots(), slots.offset(index), 1);
  }

  String hex(int index) {
    byte[] bytes = slots.slots().toArray(JAVA_BYTE);
    return HexFormat.of().formatHex(bytes, 16 * index, 16 * index + 16);
  }

  /** What follows the address in a data descriptor. */
  String command(int index) {
    return hex(index).substring(16);
  }

  long address(int index) {
    return LegacyTxDescriptor.address(slots.slots(), slots.offset(index));
  }
}
