//JAVA 25+
//DESCRIPTION Breaks each rule of packet ownership; each breach is caught.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.WrongOwner;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    var port = ports.left().port();
    PacketPool pool = port.pool();

    Packet packet = pool.take();
    packet.length(60);
    if (port.tx().submit(packet) == Submit.FULL) {
      packet.giveBack();
    }
    expectFault("write while the device reads", () -> packet.copyFrom(new byte[60]));
    expectFault("submit a second time", () -> IO.println(port.tx().submit(packet)));
    expectFault("give back while in flight", packet::giveBack);

    ports.settle();
    int done = port.tx().complete(1, Packet::giveBack); // now the pool has it
    IO.println("completed and given back: " + done);
    expectFault("read after give-back", () -> IO.println(packet.length()));
    expectFault("give back twice", packet::giveBack);

    int before = packet.generation();
    Packet again = pool.take();
    IO.println("same object taken again: " + (again == packet));
    IO.println("generation grew: " + (before - 1) + " -> " + before);
    expectFault("give to another pool", () -> ports.right().pool().giveBack(again));
    again.giveBack();
  }
}

void expectFault(String what, Runnable breach) {
  try {
    breach.run();
    IO.println(what + ": NOT CAUGHT");
  } catch (WrongOwner e) {
    IO.println("%-29s %s".formatted(what + ":", e.getMessage()));
  }
}
