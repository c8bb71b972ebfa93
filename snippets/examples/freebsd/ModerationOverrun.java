//JAVA 25+
//DESCRIPTION Shortest frames at a gigabit: what a long interval costs a short ring.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.interrupt.Throttle;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.EthernetRate;
import org.ringbook.device.TwoPorts;

static final int FRAMES = 20_000;
static final double APART = new EthernetRate(1).nanosecondsPerFrame(64);

void main() {
  IO.println("frames of %d that are lost".formatted(FRAMES));
  IO.println("ring    50 us   125 us   250 us   500 us");
  for (int ring : new int[] {64, 128, 256, 512, 1024}) {
    StringBuilder row = new StringBuilder("%4d".formatted(ring));
    for (int us : new int[] {50, 125, 250, 500}) {
      row.append("%9d".formatted(lost(ring, us)));
    }
    IO.println(row);
  }
}

// tag::lost[]
/** A core so fast that it takes no time: only the interval can lose frames. */
int lost(int ring, int microseconds) {
  try (TwoPorts ports = new TwoPorts(ring, 2 * ring)) {
    RegisterAccess registers = ports.right().port().registers();
    registers.write32(Registers.ITR, Throttle.ITR.encode(microseconds * 1_000));
    registers.write32(Registers.IMS, Registers.ICR_RXT0);
    int handled = 0;
    for (int i = 0; i < FRAMES; i++) {
      long now = ports.right().nic().clock().nanoseconds();
      ports.right().nic().clock().advance(Math.round(APART * (i + 1)) - now);
      ports.wire().left().send(new byte[60]);
      ports.right().nic().process();
      if (ports.right().nic().take(0)) {
        int unused = registers.read32(Registers.ICR);
        handled += ports.right().port().rx().poll(ring, Packet::giveBack);
      }
    }
    handled += ports.right().port().rx().poll(ring, Packet::giveBack);
    return FRAMES - handled;
  }
}
// end::lost[]
