//JAVA 25+
//DESCRIPTION Receives while m_getcl fails: what is dropped, what still posted.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Map;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final int SLOTS = 64;

final Machine machine = Machine.of(4 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());

// tag::shortage[]
void main() {
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  try (Host host = new FreeBsdHost(machine, card, PortSettings.plain(SLOTS))) {
    receive(host, "memory", 200);
    host.failAllocations(Integer.MAX_VALUE);
    receive(host, "no memory", 200);
    host.failAllocations(0);
    receive(host, "memory again", 200);
  }
}

void receive(Host host, String when, int frames) {
  for (int i = 0; i < frames; i++) {
    wire.right().send(new byte[60]);
    nic.process();
    host.run();
  }
  int delivered = host.received().size();
  int posted =
      (nic.read32(Registers.RDT) - nic.read32(Registers.RDH) + SLOTS) % SLOTS;
  Map<String, Long> counted = host.statistics();
  IO.println(
      "%-12s delivered %3d, dropped so far %3d, missed %d, device owns %d slots"
          .formatted(
              when,
              delivered,
              counted.get("IFCOUNTER_IQDROPS"),
              nic.read32(Registers.MPC),
              posted));
}
// end::shortage[]
