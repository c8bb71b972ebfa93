//JAVA 25+
//DESCRIPTION Counts the packets lost by a caller that ignores a full ring.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  IO.println("FULL ignored:    leaked " + leakAfterTenFrames(false));
  IO.println("FULL given back: leaked " + leakAfterTenFrames(true));
}

/** Ten frames for seven slots of a device that has stopped, then teardown. */
int leakAfterTenFrames(boolean careful) {
  var ports = new TwoPorts(8, 32);
  PacketPool pool = ports.left().pool();
  TxRing tx = ports.left().port().tx();
  ports.left().nic().stall();
  for (int i = 0; i < 10; i++) {
    Packet packet = pool.take();
    packet.length(60);
    Submit result = tx.submit(packet);
    if (careful && result == Submit.FULL) {
      packet.giveBack();
    }
  }
  ports.close(); // resets the device, then drains both rings
  return pool.outstanding();
}
