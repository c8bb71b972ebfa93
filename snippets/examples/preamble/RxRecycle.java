//JAVA 25+
//DESCRIPTION Takes 10,000 frames through ten buffers; eight do all the work.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.device.TwoPorts;

final int numberAt = 14; // behind the Ethernet header
final OfInt number = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
final Map<Long, Integer> uses = new TreeMap<>(); // by bus address of the buffer
int expected;
int wrong;

void main() {
  try (var ports = new TwoPorts(8, 10)) {
    var rx = ports.right().port().rx();
    int posted = rx.postedBuffers();
    for (int frame = 0; frame < 10_000; frame++) {
      ports.wire().left().send(numbered(frame));
      if (frame % 5 == 4) { // five arrive between two polls
        ports.right().nic().process();
        rx.poll(64, this::take);
      }
    }
    var counted = rx.statistics();
    IO.println("received " + counted.received() + ", dropped " + counted.dropped());
    IO.println("wrong or out of order: " + wrong);
    IO.println("doorbells: " + counted.doorbells());
    IO.println("posted at start and end: " + posted + ", " + rx.postedBuffers());
    IO.println("times each buffer was used: " + uses.values());
  }
}

byte[] numbered(int count) {
  return ByteBuffer.allocate(60).putInt(numberAt, count).array();
}

void take(Packet packet) {
  uses.merge(packet.busAddress(), 1, Integer::sum);
  wrong += packet.data().get(number, numberAt) == expected ? 0 : 1;
  expected++;
  packet.giveBack();
}
