//JAVA 25+
//DESCRIPTION Ties a kernel buffer to a packet, and leaks three of them at teardown.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.port.Registers.CTRL;
import static org.ringbook.dataplane.port.Registers.CTRL_RST;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

/** Stands for the kernel's buffer; the core cannot even name its type. */
static final class Mbuf {
  static int live;

  Mbuf() {
    live++;
  }

  void free() {
    live--;
  }
}

// tag::adapter[]
/** The adapter's transmit: the core gets bytes, a length and an Object. */
void transmit(EthernetPort port, Mbuf mbuf) {
  Packet packet = port.pool().take();
  packet.copyFrom(new byte[60]);
  packet.attach(mbuf);
  if (port.tx().submit(packet) == Submit.FULL) {
    release(packet);
  }
}

/** The adapter's completion: only here is the Object a kernel buffer again. */
void release(Packet packet) {
  Mbuf mbuf = (Mbuf) packet.attachment();
  mbuf.free();
  packet.giveBack();
}
// end::adapter[]

void sendThree(EthernetPort port) {
  for (int i = 0; i < 3; i++) {
    transmit(port, new Mbuf());
  }
}

void main() {
  try (TwoPorts ports = new TwoPorts(8, 32)) {
    EthernetPort port = ports.left().port();
    sendThree(port);
    ports.settle();
    int done = port.tx().complete(8, this::release);
    IO.println(done + " completed:             " + Mbuf.live + " mbufs live");
    sendThree(port);
  }
  IO.println("closed, 3 in flight:     " + Mbuf.live + " mbufs live: leaked");
  Mbuf.live = 0;
  try (TwoPorts ports = new TwoPorts(8, 32)) {
    EthernetPort port = ports.left().port();
    sendThree(port);
    port.registers().write32(CTRL, CTRL_RST); // at once here; hardware: wait for 0
    int drained = port.tx().drain(this::release);
    IO.println(drained + " drained, then closed:  " + Mbuf.live + " mbufs live");
  }
}
