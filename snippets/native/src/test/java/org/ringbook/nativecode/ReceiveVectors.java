package org.ringbook.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.LegacyRxFormat;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.RxStatistics;
import org.ringbook.nativecode.Vectors.Words;

/** Vectors of the receive ring, run by the core in Java. */
final class ReceiveVectors {
  private final Map<Integer, Packet> delivered = new HashMap<>();
  private DescriptorRing slots;
  private RxRing ring;
  private PacketPool pool;
  private int tail;

  /** The answer, or null if the command is another's. */
  String answer(Words line) {
    return switch (line.verb()) {
      case "rx" -> make(line);
      case "refill" -> Integer.toString(ring.refill());
      case "write" -> writeBack(line);
      case "poll" -> poll(line.number(1));
      case "give" -> give(line);
      case "rx-drain" -> Integer.toString(ring.drain());
      case "rx-slots" -> TransmitVectors.show(slots, line);
      case "rx-tail" -> Integer.toString(tail);
      case "rx-posted" -> Integer.toString(ring.postedBuffers());
      case "pool" -> Integer.toString(pool.available());
      case "rx-counters" -> counters(ring.statistics());
      default -> null;
    };
  }

  private String make(Words line) {
    int buffer = line.option("buffer", 2048);
    int packets = line.option("pool", 16);
    DmaMemory dma = new DmaMemory(TransmitVectors.RING_BYTES + (long) packets * buffer);
    try {
      slots = TransmitVectors.ring(dma, line.option("size", 8));
    } catch (IllegalArgumentException e) {
      return "refused";
    }
    pool = new PacketPool(dma, packets, buffer);
    delivered.clear();
    tail = 0;
    int longest = line.option("longest", 1);
    ring = new RxRing(slots, new LegacyRxFormat(), pool, longest, rung -> tail = rung);
    return "ok";
  }

  private String writeBack(Words line) {
    long word =
        line.option("length", 0)
            | (long) line.option("sum", 0) << 16
            | (long) line.option("status", 3) << 32
            | (long) line.option("errors", 0) << 40
            | (long) line.option("special", 0) << 48;
    long at = slots.offset(line.number(1)) + Long.BYTES;
    slots.slots().set(JAVA_LONG.withOrder(LITTLE_ENDIAN), at, word);
    return "ok";
  }

  private String poll(int budget) {
    List<String> frames = new ArrayList<>();
    int done = ring.poll(budget, frame -> frames.add(frame(frame)));
    return frames.isEmpty() ? Integer.toString(done) : done + " " + String.join(" ", frames);
  }

  private String frame(Packet first) {
    StringJoiner parts = new StringJoiner("+");
    for (Packet part = first; part != null; part = part.next()) {
      parts.add(number(part) + ":" + part.length());
      delivered.put(number(part), part);
    }
    String verdict = first.metadata().checksum().name().toLowerCase(Locale.ROOT);
    return parts + "/" + first.metadata().vlan() + "/" + verdict.replace('_', '-');
  }

  private int number(Packet packet) {
    long first = DmaMemory.DEFAULT_BASE + TransmitVectors.RING_BYTES;
    return (int) ((packet.busAddress() - first) / pool.bufferSize());
  }

  private String give(Words line) {
    line.numbers().forEach(packet -> delivered.remove(packet).giveBack());
    return "ok";
  }

  private static String counters(RxStatistics now) {
    return "received=%d bytes=%d no-buffer=%d damaged=%d oversize=%d doorbells=%d"
        .formatted(
            now.received(),
            now.bytes(),
            now.droppedNoBuffer(),
            now.droppedDamaged(),
            now.droppedOversize(),
            now.doorbells());
  }
}
