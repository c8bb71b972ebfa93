package org.ringbook.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.TxOffload;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.ExtendedTxFormat;
import org.ringbook.dataplane.ring.LegacyTxFormat;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxStatistics;
import org.ringbook.nativecode.Vectors.Words;

/** Vectors of the transmit ring, run by the core in Java. */
final class TransmitVectors {
  static final long RING_BYTES = 0x10000;
  private static final int PACKETS = 32;
  private static final int BUFFER = 16384;

  private final List<Packet> packets = new ArrayList<>();
  private DescriptorRing slots;
  private TxRing ring;
  private int tail;

  /** The answer, or null if the command is another's. */
  String answer(Words line) {
    return switch (line.verb()) {
      case "tx" -> make(line);
      case "submit" -> submit(line);
      case "kick" -> kick();
      case "finish" -> finish(line);
      case "complete" -> complete(line.number(1));
      case "tx-drain" -> drain();
      case "tx-slots" -> show(slots, line);
      case "tx-tail" -> Integer.toString(tail);
      case "tx-free" -> Integer.toString(ring.free());
      case "tx-counters" -> counters(ring.statistics());
      default -> null;
    };
  }

  private String make(Words line) {
    DmaMemory dma = new DmaMemory(RING_BYTES + (long) PACKETS * BUFFER);
    try {
      slots = ring(dma, line.option("size", 8));
    } catch (IllegalArgumentException e) {
      return "refused";
    }
    PacketPool pool = new PacketPool(dma, PACKETS, BUFFER);
    packets.clear();
    for (int i = 0; i < PACKETS; i++) {
      packets.add(pool.take());
    }
    tail = 0;
    var format = line.has("extended") ? new ExtendedTxFormat() : new LegacyTxFormat();
    ring = new TxRing(slots, format, rung -> tail = rung);
    return "ok";
  }

  /** A ring in the first 64 KiB, so that buffers start behind them whatever its size. */
  static DescriptorRing ring(DmaMemory dma, int size) {
    DescriptorRing ring = new DescriptorRing(dma, size);
    if (ring.lengthInBytes() < RING_BYTES) {
      dma.allocate(RING_BYTES - ring.lengthInBytes(), 1);
    }
    return ring;
  }

  private String submit(Words line) {
    try {
      Packet frame = chain(line.pairs());
      ask(frame.offload(), line);
      return ring.submit(frame, line.has("more")).name().toLowerCase(java.util.Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }

  private Packet chain(List<int[]> parts) {
    Packet next = null;
    for (int[] part : parts.reversed()) {
      Packet packet = packets.get(part[0]);
      packet.length(part[1]);
      packet.next(next);
      next = packet;
    }
    return next;
  }

  private static void ask(TxOffload offload, Words line) {
    offload.clear();
    int mac = line.option("mac", 0);
    int ip = line.option("ip", 0);
    offload.headers(mac, ip, line.option("l4", 0), line.has("ipv6"), line.has("tcp"));
    if (line.option("vlan", -1) >= 0) {
      offload.insertVlan(line.option("vlan", -1));
    }
    if (line.has("ipsum")) {
      offload.computeIpChecksum();
    }
    if (line.has("l4sum")) {
      offload.computeTransportChecksum();
    }
    offload.segment(line.option("mss", 0));
  }

  private String kick() {
    ring.kick();
    return "ok";
  }

  private String finish(Words line) {
    for (int slot : line.numbers()) {
      LegacyTxDescriptor.writeBack(slots.slots(), slots.offset(slot), LegacyTxDescriptor.DD);
    }
    return "ok";
  }

  private String complete(int budget) {
    List<String> done = new ArrayList<>();
    ring.complete(budget, frame -> done.add(name(frame)));
    return done.isEmpty() ? "none" : String.join(" ", done);
  }

  private String drain() {
    List<String> done = new ArrayList<>();
    ring.drain(frame -> done.add(name(frame)));
    return done.isEmpty() ? "none" : String.join(" ", done);
  }

  private String name(Packet frame) {
    return Integer.toString(packets.indexOf(frame));
  }

  static String show(DescriptorRing slots, Words line) {
    byte[] bytes = slots.slots().toArray(JAVA_BYTE);
    return line.numbers().stream()
        .map(slot -> HexFormat.of().formatHex(bytes, 16 * slot, 16 * slot + 16))
        .collect(Collectors.joining(" "));
  }

  private static String counters(TxStatistics now) {
    return "submitted=%d refused=%d completed=%d drained=%d contexts=%d doorbells=%d"
        .formatted(
            now.submitted(),
            now.refused(),
            now.completed(),
            now.drained(),
            now.contexts(),
            now.doorbells());
  }
}
