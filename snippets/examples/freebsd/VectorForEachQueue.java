//JAVA 25+
//DESCRIPTION Attaches to five vectors, and follows 64 flows to their CPUs.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.Wire;

static final int QUEUES = 4;

// tag::vectors[]
void main() {
  Machine machine = Machine.of(16 << 20);
  Wire wire = new Wire();
  var nic = new TenGigabitNic(machine.iommu(), wire.left());
  Card card = new Card("82599", nic, nic, MultiQueuePort::open);
  try (Host host = new FreeBsdHost(machine, card, settings())) {
    count(host.trace(), "bus_alloc_resource_any");
    count(host.trace(), "bus_setup_intr");
    count(host.trace(), "taskqueue_start_threads_cpuset");
    int[] frames = new int[QUEUES];
    int changed = 0;
    for (int flow = 0; flow < 64; flow++) {
      int first = cpuOf(host, wire, nic, flow);
      frames[first]++;
      changed += cpuOf(host, wire, nic, flow) == first ? 0 : 1;
    }
    IO.println("flows that each CPU receives: " + Arrays.toString(frames));
    IO.println("flows that changed their CPU: " + changed);
  }
}

int cpuOf(Host host, Wire wire, TenGigabitNic nic, int flow) {
  wire.right().send(frame(1024 + flow));
  nic.process();
  host.run();
  return host.received().getFirst().queue(); // curcpu in if_input
}

// end::vectors[]

void count(List<String> calls, String name) {
  IO.println(name + ": " + Collections.frequency(calls, name));
}

PortSettings settings() {
  byte[] key = RssKey.microsoft().toByteArray();
  List<Byte> list = IntStream.range(0, key.length).mapToObj(i -> key[i]).toList();
  var features = Set.of(Feature.RSS, Feature.MSIX);
  return new PortSettings(QUEUES, 64, 1500, features, list);
}

byte[] frame(int port) {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .tcp(port, 443)
      .buildPadded();
}
