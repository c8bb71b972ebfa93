//JAVA 25+
//DESCRIPTION Sends 100,000 numbered frames through eight slots; none is lost.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.util.Random;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;
import org.ringbook.device.TwoPorts.Side;

final int slots = 8;
final int frames = 100_000;
final int numberAt = 14; // behind the Ethernet header
final OfInt number = ValueLayout.JAVA_INT_UNALIGNED;
int next;
int expected;
int outOfOrder;

void main() {
  try (var ports = new TwoPorts(slots, 4 * slots)) {
    Side left = ports.left();
    Side right = ports.right();
    Random random = new Random(1);
    while (expected < frames) {
      fill(left.port().tx(), left, random.nextInt(12));
      left.nic().step(random.nextInt(6));
      left.port().tx().complete(random.nextInt(6), Packet::giveBack);
      right.nic().process();
      right.port().rx().poll(64, this::check);
    }
    left.port().tx().complete(64, Packet::giveBack);
    report(left.port().tx(), ports);
  }
}

// tag::fill[]
void fill(TxRing tx, Side side, int burst) {
  for (int i = 0; i < burst && next < frames; i++) {
    Packet packet = side.pool().take();
    packet.length(60);
    packet.data().set(number, numberAt, next);
    if (tx.submit(packet) == Submit.FULL) {
      packet.giveBack(); // the number is tried again later
      return;
    }
    next++;
  }
}

// end::fill[]

void check(Packet packet) {
  MemorySegment data = packet.data();
  outOfOrder += data.get(number, numberAt) == expected ? 0 : 1;
  expected++;
  packet.giveBack();
}

void report(TxRing tx, TwoPorts ports) {
  var counted = tx.statistics();
  IO.println("submitted    %7d".formatted(counted.submitted()));
  IO.println("completed    %7d".formatted(counted.completed()));
  IO.println("received     %7d".formatted(expected));
  IO.println("out of order %7d".formatted(outOfOrder));
  IO.println("lost         %7d".formatted(ports.wire().left().lost()));
  IO.println("met FULL     %7d".formatted(counted.refused()));
  IO.println("laps         %7d".formatted(counted.submitted() / slots));
}
