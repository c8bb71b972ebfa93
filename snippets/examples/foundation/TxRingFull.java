//JAVA 25+
//DESCRIPTION Fills a ring of eight: seven slots usable, FULL a result, none lost.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    TxRing tx = ports.left().port().tx();
    PacketPool pool = ports.left().pool();
    ports.left().nic().stall(); // takes no descriptor, writes none back
    show("empty", tx, pool);

    Packet packet = frame(pool);
    while (tx.submit(packet) == Submit.ACCEPTED) {
      packet = frame(pool);
    }
    packet.giveBack(); // FULL: the packet is still ours
    show("full", tx, pool);

    ports.left().nic().resume();
    ports.settle();
    show("sent", tx, pool); // on the wire, but the driver has not looked

    int done = tx.complete(64, Packet::giveBack);
    show("completed " + done, tx, pool);
  }
}

Packet frame(PacketPool pool) {
  Packet packet = pool.take();
  packet.length(60);
  return packet;
}

void show(String when, TxRing tx, PacketPool pool) {
  IO.println(
      "%-12s in flight %d, free %d, left in the pool %d"
          .formatted(when, tx.inFlight(), tx.free(), pool.available()));
}
