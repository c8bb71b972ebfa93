//JAVA 25+
//DESCRIPTION Follows one packet out and another one in, owner by owner.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.WrongOwner;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    var left = ports.left().port();
    var right = ports.right().port();

    IO.println("out                      owner   data?");
    Packet sent = left.pool().take();
    show("take", sent);
    sent.copyFrom(new byte[60]);
    if (left.tx().submit(sent) == Submit.FULL) {
      sent.giveBack();
    }
    show("submit", sent);
    ports.settle();
    show("the device has sent it", sent);
    left.tx().complete(1, packet -> show("complete", packet));
    sent.giveBack();
    show("giveBack", sent);

    IO.println("in");
    right.rx().poll(1, packet -> received(packet, sent));
    IO.println("posted again: " + right.rx().postedBuffers());
  }
}

void received(Packet packet, Packet sent) {
  show("poll", packet);
  packet.giveBack();
  show("giveBack", packet);
  IO.println("the same packet as sent: " + (packet == sent));
}

void show(String when, Packet packet) {
  IO.println("  %-22s %-7s %s".formatted(when, packet.owner(), access(packet)));
}

String access(Packet packet) {
  try {
    return packet.data().byteSize() + " bytes";
  } catch (WrongOwner refused) {
    return "refused";
  }
}
