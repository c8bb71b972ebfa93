//JAVA 25+
//DESCRIPTION Polls with a budget of 8: who stays scheduled, when interrupts return.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.TwoPorts;

final int budget = 8;
final TwoPorts ports = new TwoPorts(32, 64);
final RegisterAccess registers = ports.right().port().registers();

void main() {
  registers.write32(Registers.IMS, Registers.ICR_RXT0);
  burst(20);
  burst(16);
  burst(1);
  ports.close();
}

void burst(int frames) {
  for (int i = 0; i < frames; i++) {
    ports.wire().left().send(new byte[60]);
  }
  ports.right().nic().process();
  StringBuilder polls = new StringBuilder();
  int interrupts = 0;
  while (ports.right().nic().interruptPending()) {
    interrupts++;
    interrupt(polls);
  }
  String row = "%2d frames: interrupts %d, polls took%s";
  IO.println(row.formatted(frames, interrupts, polls));
}

// tag::scheduled[]
/** The handler masks, then polls as a scheduler would call it, until it finishes. */
void interrupt(StringBuilder polls) {
  registers.write32(Registers.IMC, Registers.ICR_RXT0);
  int unused = registers.read32(Registers.ICR); // clears the cause, before polling
  boolean scheduled = true;
  while (scheduled) {
    int done = ports.right().port().rx().poll(budget, Packet::giveBack);
    scheduled = done == budget; // maybe more: come back, interrupts stay masked
    polls.append(' ').append(done);
  }
  registers.write32(Registers.IMS, Registers.ICR_RXT0);
}
// end::scheduled[]
