//JAVA 25+
//DESCRIPTION Sends one TCP frame plain, tagged, and with the sum left to the device.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final int NO_VLAN = Outgoing.NO_VLAN;

// tag::tags[]
void main() {
  Machine machine = Machine.of(4 << 20);
  Wire wire = new Wire();
  var nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  PortSettings wanted =
      PortSettings.plain(64)
          .withFeatures(
              Set.of(
                  Feature.TX_CHECKSUM, Feature.VLAN_INSERT, Feature.VLAN_STRIP));
  try (Host host = new FreeBsdHost(machine, card, wanted)) {
    byte[] summed = tcp();
    byte[] unsummed = tcp();
    Arrays.fill(unsummed, 24, 26, (byte) 0); // of the IP header
    Arrays.fill(unsummed, 50, 52, (byte) 0); // of TCP
    send(host, nic, new Outgoing(List.of(summed), NO_VLAN, false, 0));
    send(host, nic, new Outgoing(List.of(summed), 0xe02a, false, 0));
    send(host, nic, new Outgoing(List.of(unsummed), 0xe02a, true, 0));
    report(wire, 14);
    report(wire, 18);
    report(wire, 18);
  }
}

void send(Host host, SimulatedNic nic, Outgoing frame) {
  Host.Sent sent = host.send(frame);
  IO.println("driver gets %d bytes: %s".formatted(frame.length(), sent));
  nic.process();
}

// end::tags[]

void report(Wire wire, int ip) {
  byte[] bytes = wire.right().receive();
  boolean good =
      TransportChecksum.verifyTcp(
          MemorySegment.ofArray(bytes), ip, ip + 20, bytes.length - ip - 20);
  IO.println(
      "on the wire %d bytes, from byte 12 on %s, TCP checksum good: %b"
          .formatted(bytes.length, HexFormat.of().formatHex(bytes, 12, 20), good));
}

byte[] tcp() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .tcp(49152, 80)
      .payload(new byte[] {1, 2, 3, 4, 5, 6})
      .build();
}
