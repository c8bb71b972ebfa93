//JAVA 25+
//DESCRIPTION One transmit ring rings the doorbells of four NIC generations.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.dataplane.ring.TxRing;

// tag::tails[]
/** Where a queue's tail stands in BAR 0, after Intel's own headers. */
enum Family {
  E1000E(1, q -> 0x03818 + q * 0x100, q -> 0x02818 + q * 0x100),
  IXGBE(128, q -> 0x06018 + q * 0x40, Family::ixgbeReceive),
  I40E(1536, q -> 0x108000 + q * 4, q -> 0x128000 + q * 4),
  ICE(2048, q -> 0x2c0000 + q * 4, q -> 0x290000 + q * 4);

  /** Pairs that Linux's e1000e uses, or that the receive registers have room for. */
  final int queues;

  final IntUnaryOperator transmit;
  final IntUnaryOperator receive;

  Family(int queues, IntUnaryOperator transmit, IntUnaryOperator receive) {
    this.queues = queues;
    this.transmit = transmit;
    this.receive = receive;
  }

  private static int ixgbeReceive(int q) {
    return q < 64 ? 0x01018 + q * 0x40 : 0x0d018 + (q - 64) * 0x40;
  }
}

// end::tails[]

void main() {
  IO.println("        transmit tail of queue      receive tail of queue");
  IO.println("        0        1        64        0        1        64");
  for (Family family : Family.values()) {
    String row = "%-8s".formatted(name(family)) + tails(family, family.transmit);
    IO.println((row + " " + tails(family, family.receive)).stripTrailing());
  }
  for (Family family : Family.values()) {
    send(family, Math.min(1, family.queues - 1));
  }
}

String name(Family family) {
  return family.name().toLowerCase(Locale.ROOT);
}

String tails(Family family, IntUnaryOperator tail) {
  StringBuilder row = new StringBuilder();
  for (int queue : new int[] {0, 1, 64}) {
    boolean exists = queue < family.queues;
    row.append("%-9s".formatted(exists ? hex(tail.applyAsInt(queue)) : "-"));
  }
  return row.toString();
}

void send(Family family, int queue) {
  DmaMemory dma = new DmaMemory(1 << 16);
  PacketPool pool = new PacketPool(dma, 3, 2048);
  String register = hex(family.transmit.applyAsInt(queue));
  String line = "%-8swrite32(%s, %%d)".formatted(name(family), register);
  DescriptorRing ring = new DescriptorRing(dma, 8);
  TxRing tx = new TxRing(ring, tail -> IO.println(line.formatted(tail)));
  for (int left = 2; left >= 0; left--) {
    Packet packet = pool.take();
    packet.length(60);
    if (tx.submit(packet, left > 0) == TxRing.Submit.FULL) {
      packet.giveBack();
    }
  }
}

String hex(int offset) {
  return "0x%05x".formatted(offset);
}
