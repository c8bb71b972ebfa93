//JAVA 25+
//DESCRIPTION Receives frames of growing size into clusters of 2 KiB.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

// tag::jumbo[]
void main() {
  Machine machine = Machine.of(4 << 20);
  Wire wire = new Wire();
  var nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  PortSettings wanted =
      PortSettings.plain(64)
          .withMtu(9000)
          .withFeatures(Set.of(Feature.JUMBO, Feature.SCATTER_GATHER));
  try (Host host = new FreeBsdHost(machine, card, wanted)) {
    IO.println("frame  clusters  they hold  a cluster of 9 KiB holds");
    for (int bytes : List.of(60, 1514, 2049, 4014, 9014)) {
      int before = host.trace().size();
      wire.right().send(new byte[bytes]);
      nic.process();
      host.run();
      List<String> calls = host.trace().subList(before, host.trace().size());
      int clusters = Collections.frequency(calls, "m_getcl");
      int packets = Collections.frequency(calls, "if_input");
      if (packets != 1 || host.received().getFirst().bytes().length != bytes) {
        throw new IllegalStateException("not received");
      }
      IO.println(
          "%5d  %8d  %9d  %24d"
              .formatted(
                  bytes, clusters, clusters * Mbufs.MCLBYTES, Mbufs.MJUM9BYTES));
    }
  }
}
// end::jumbo[]
