//JAVA 25+
//DESCRIPTION Sends one frame and shows what each of its four steps changes.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.TxRing.Submit;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    EthernetPort port = ports.left().port();
    IO.println("                 free slots  TDH TDT  owner   on the wire");
    Packet packet = port.pool().take();
    packet.copyFrom("\1\2\3\4\5\6\7\7\7\7\7\7\10\0hello".getBytes(UTF_8));
    show("take, fill", ports, packet);

    // tag::steps[]
    if (port.tx().submit(packet) == Submit.FULL) {
      packet.giveBack();
    }
    show("submit", ports, packet);
    ports.left().nic().step(1); // the device's turn
    show("the device runs", ports, packet);
    int done = port.tx().complete(64, Packet::giveBack);
    show("complete", ports, packet);
    // end::steps[]
    IO.println("completed: " + done);
  }
}

void show(String step, TwoPorts ports, Packet packet) {
  EthernetPort port = ports.left().port();
  IO.println(
      "%-16s %10d  %3d %3d  %-6s  %d"
          .formatted(
              step,
              port.tx().free(),
              port.registers().read32(Registers.TDH),
              port.registers().read32(Registers.TDT),
              packet.owner(),
              ports.wire().right().waiting()));
}
