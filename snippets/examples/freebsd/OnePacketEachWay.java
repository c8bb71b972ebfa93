//JAVA 25+
//DESCRIPTION Attaches a driver to iflib, sends and receives a packet, and detaches.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final Machine machine = Machine.of(1 << 22);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
private int seen;

// tag::life[]
void main() {
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  IflibHost host = new IflibHost(machine, card, PortSettings.plain(16));
  show("attach", host.trace());

  IO.println("send: " + host.send(Outgoing.of(new byte[100])));
  show("  in the caller", host.trace());
  nic.process();
  host.run();
  show("  after the interrupt", host.trace());

  wire.right().send(new byte[100]);
  nic.process();
  host.run();
  IO.println("received: " + host.received().size());
  show("  after the interrupt", host.trace());

  host.close();
  show("detach", host.trace());
}

/** What the library called since the last time: the driver, and some of its own. */
void show(String when, List<String> trace) {
  IO.println(when);
  trace.stream()
      .skip(seen)
      .filter(call -> call.startsWith("IFDI_") || call.startsWith("ift_"))
      .forEach(call -> IO.println("    " + call));
  seen = trace.size();
}
// end::life[]
