//JAVA 25+
//DESCRIPTION Counts kernel calls for 1,000 frames: what is made, what recycled.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Collections;
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

static final List<String> CALLS =
    List.of(
        "bus_dmamap_create",
        "m_getcl",
        "bus_dmamap_load_mbuf_sg",
        "bus_dmamap_sync",
        "bus_dmamap_unload",
        "if_input",
        "m_freem");
static final int FRAMES = 1000;

final Machine machine = Machine.of(4 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());

// tag::phases[]
void main() {
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  try (Host host = new FreeBsdHost(machine, card, PortSettings.plain(64))) {
    List<Integer> attach = since(host, 0);
    List<Integer> received = phase(host, () -> receive(host));
    host.failAllocations(Integer.MAX_VALUE);
    List<Integer> dropped = phase(host, () -> receive(host));
    host.failAllocations(0);
    List<Integer> sent = phase(host, () -> send(host));
    IO.println("%-24s attach  received  dropped  sent".formatted(""));
    for (int i = 0; i < CALLS.size(); i++) {
      IO.println(
          "%-24s %6d  %8d  %7d  %4d"
              .formatted(
                  CALLS.get(i),
                  attach.get(i),
                  received.get(i),
                  dropped.get(i),
                  sent.get(i)));
    }
  }
}

// end::phases[]

List<Integer> phase(Host host, Runnable oneFrame) {
  int before = host.trace().size();
  for (int i = 0; i < FRAMES; i++) {
    oneFrame.run();
  }
  return since(host, before);
}

List<Integer> since(Host host, int before) {
  List<String> calls = host.trace().subList(before, host.trace().size());
  return CALLS.stream().map(name -> Collections.frequency(calls, name)).toList();
}

void receive(Host host) {
  wire.right().send(new byte[60]);
  nic.process();
  host.run();
}

void send(Host host) {
  Host.Sent unused = host.send(Outgoing.of(new byte[60]));
  nic.process();
  host.run();
  while (wire.right().receive().length > 0) {
    // nobody needs it any more
  }
}
