//JAVA 25+
//DESCRIPTION Says more=true and stops: the frames wait until somebody kicks.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    TxRing tx = ports.left().port().tx();
    for (int i = 0; i < 3; i++) {
      Packet packet = ports.left().pool().take();
      packet.length(60);
      if (tx.submit(packet, true) == Submit.FULL) { // "another follows at once"
        packet.giveBack();
      }
    }
    show(ports, "three submitted, more=true");
    tx.kick();
    show(ports, "kick");
  }
}

void show(TwoPorts ports, String when) {
  ports.settle();
  var port = ports.left().port();
  int done = port.tx().complete(64, Packet::giveBack);
  IO.println(
      "%-27s doorbells %d, completed %d, still in flight %d"
          .formatted(
              when, port.tx().statistics().doorbells(), done, port.tx().inFlight()));
}
