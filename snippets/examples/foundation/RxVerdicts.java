//JAVA 25+
//DESCRIPTION Receives six frames, and reads what the device found out about each.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final Set<Feature> ALL =
    EnumSet.of(Feature.RX_CHECKSUM, Feature.VLAN_STRIP, Feature.RSS);

void main() {
  show("82599, offloads on", TenGigabitNic::new, MultiQueuePort::open, ALL);
  show("82599, offloads off", TenGigabitNic::new, MultiQueuePort::open, Set.of());
  show("8254x, offloads off", SimulatedNic::new, EthernetPort::open, Set.of());
}

// tag::show[]
void show(
    String name, TwoMachines.Slot slot, PortFactory driver, Set<Feature> features) {
  IO.println(name);
  byte[] key = RssKey.microsoft().toByteArray();
  List<Byte> bytes = IntStream.range(0, 40).mapToObj(i -> key[i]).toList();
  var settings = new PortSettings(1, 16, 1500, features, bytes);
  try (var machines = new TwoMachines(slot, driver, settings, 32)) {
    byte[] spoiled = ipv4().tcp(1, 2).buildPadded();
    send(machines, "TCP", ipv4().tcp(1, 2).buildPadded());
    spoiled[50] ^= 1; // a bit of the checksum
    send(machines, "TCP, spoiled", spoiled);
    send(machines, "tagged UDP", tagged());
    send(machines, "UDP, no sum", udp().noChecksum().buildPadded());
    send(machines, "fragment", fragment());
    byte[] other = ethernet().opaque(0x88b5).payload(new byte[46]).build();
    send(machines, "not IP", other);
  }
}

void send(TwoMachines machines, String name, byte[] frame) {
  machines.wire().left().send(frame);
  machines.right().nic().process();
  machines
      .right()
      .port()
      .rx(0)
      .poll(
          8,
          packet -> {
            print(name, packet.length(), packet.metadata());
            packet.giveBack();
          });
}
// end::show[]

void print(String name, int length, RxMetadata found) {
  boolean noTag = found.vlan() == RxMetadata.NO_VLAN;
  String tag = noTag ? "-" : "%04x".formatted(found.vlan());
  boolean noHash = found.hashType() == 0;
  String hash =
      noHash ? "-" : "%08x type %d".formatted(found.hash(), found.hashType());
  IO.println(
      "  %-13s %3d bytes  %-12s tag %-5s hash %s"
          .formatted(name, length, found.checksum(), tag, hash));
}

FrameBuilder ethernet() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02");
}

FrameBuilder ipv4() {
  return ethernet().ipv4("192.0.2.1", "192.0.2.2");
}

FrameBuilder udp() {
  return ipv4().udp(5000, 53);
}

byte[] fragment() {
  return ipv4()
      .fragment(0, true, 9)
      .udp(5000, 53)
      .payload(new byte[24])
      .build();
}

byte[] tagged() {
  return ethernet()
      .vlan(0x8100, 0x6064)
      .ipv4("192.0.2.1", "192.0.2.2")
      .udp(5, 6)
      .buildPadded();
}
