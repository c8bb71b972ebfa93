//JAVA 25+
//DESCRIPTION Six frames, and what the packet header of each tells the stack.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.freebsd.RxHeaders;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final Map<Integer, String> FLAGS =
    new TreeMap<>(
        Map.of(
            PacketHeader.CSUM_IP_CHECKED, "CSUM_IP_CHECKED",
            PacketHeader.CSUM_IP_VALID, "CSUM_IP_VALID",
            PacketHeader.CSUM_PSEUDO_HDR, "CSUM_PSEUDO_HDR",
            PacketHeader.CSUM_DATA_VALID, "CSUM_DATA_VALID"));

void main() {
  byte[] key = RssKey.microsoft().toByteArray();
  List<Byte> bytes = IntStream.range(0, key.length).mapToObj(i -> key[i]).toList();
  var features = Set.of(Feature.RX_CHECKSUM, Feature.VLAN_STRIP, Feature.RSS);
  var settings = new PortSettings(1, 16, 1500, features, bytes);
  try (var machines =
      new TwoMachines(TenGigabitNic::new, MultiQueuePort::open, settings, 32)) {
    show(machines, "TCP", tcp());
    show(machines, "TCP, a bit wrong in the data", damaged(54));
    show(machines, "TCP, a bit wrong in the IP header", damaged(22));
    show(machines, "UDP without checksum", udp(ethernet()).noChecksum().build());
    show(machines, "UDP with tag 42", udp(ethernet().vlan(42)).build());
    show(machines, "something else", ethernet().opaque(0x88b5).build());
  }
}

// tag::show[]
void show(TwoMachines machines, String what, byte[] frame) {
  machines.wire().left().send(Arrays.copyOf(frame, Math.max(frame.length, 60)));
  machines.right().nic().process();
  int unused = machines.right().port().rx(0).poll(1, packet -> print(what, packet));
}

void print(String what, Packet packet) {
  PacketHeader header = new PacketHeader();
  RxHeaders.fill(header, packet.metadata());
  int set = header.csumFlags();
  StringBuilder flags = new StringBuilder(set == 0 ? " 0" : "");
  FLAGS.forEach((bit, name) -> flags.append((set & bit) != 0 ? " " + name : ""));
  IO.println(what + ": csum_flags" + flags);
  IO.println(
      "  csum_data 0x%04x, %s, hash type 0x%02x, flowid 0x%08x"
          .formatted(
              header.csumData(),
              header.hasVlanTag() ? "M_VLANTAG " + header.vlanTag() : "no tag",
              header.hashType(),
              header.flowid()));
  packet.giveBack();
}

// end::show[]

FrameBuilder ethernet() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02");
}

FrameBuilder udp(FrameBuilder below) {
  return below.ipv4("192.0.2.1", "192.0.2.2").udp(1, 2);
}

byte[] tcp() {
  return ethernet()
      .ipv4("192.0.2.1", "192.0.2.2")
      .tcp(1, 2)
      .payload(new byte[] {1, 2, 3, 4})
      .build();
}

byte[] damaged(int at) {
  byte[] frame = tcp();
  frame[at] ^= 1;
  return frame;
}
