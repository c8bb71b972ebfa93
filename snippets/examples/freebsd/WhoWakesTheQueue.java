//JAVA 25+
//DESCRIPTION Sends until the driver refuses, and watches who goes on.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

int posted;

// tag::steps[]
void main() {
  Machine machine = Machine.of(4 << 20);
  Wire wire = new Wire();
  var nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  try (Host host = new FreeBsdHost(machine, card, PortSettings.plain(64))) {
    posted = host.leaks().buffers(); // receive buffers
    int taken = 0;
    while (host.send(Outgoing.of(new byte[60])) == Host.Sent.TAKEN) {
      taken++;
    }
    report("stack sends until ENOBUFS", host, taken + " taken");
    nic.process();
    report("device has sent the ring", host, wireHas(wire));
    int calls = host.trace().size();
    host.run();
    report("driver had its interrupt", host, wireHas(wire));
    nic.process();
    report("device has sent the ring", host, wireHas(wire));
    host.run();
    report("driver had its interrupt", host, wireHas(wire));
    explain(host.trace().subList(calls, host.trace().size()));
  }
}

// end::steps[]

String wireHas(Wire wire) {
  int frames = 0;
  while (wire.right().receive().length > 0) {
    frames++;
  }
  return frames + " more on the wire";
}

void report(String step, Host host, String news) {
  IO.println(
      "%s: %-20s OACTIVE %b, mbufs not freed %d"
          .formatted(
              step,
              news + ",",
              host.pushesBack(),
              host.leaks().buffers() - posted));
}

void explain(List<String> calls) {
  int first = calls.indexOf("bus_dmamap_sync");
  IO.println("first calls of the completion: " + calls.subList(first, first + 6));
  int start = calls.indexOf("drbr_peek");
  IO.println("and the first that send again: " + calls.subList(start, start + 4));
}
