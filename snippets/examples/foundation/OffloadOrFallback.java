//JAVA 25+
//DESCRIPTION Sends three requests by offload and in software, and compares the wire.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.offload.TxFallback;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final Set<Feature> ALL =
    EnumSet.of(
        Feature.SCATTER_GATHER,
        Feature.TX_CHECKSUM,
        Feature.TSO4,
        Feature.VLAN_INSERT,
        Feature.VLAN_STRIP);

static final Set<Feature> NONE = Set.of(Feature.SCATTER_GATHER);

void main() {
  send("8254x, offloads", SimulatedNic::new, EthernetPort::open, ALL);
  send("82599, offloads", TenGigabitNic::new, MultiQueuePort::open, ALL);
  send("8254x, software", SimulatedNic::new, EthernetPort::open, NONE);
  send("82599, software", TenGigabitNic::new, MultiQueuePort::open, NONE);
}

// tag::send[]
void send(String name, TwoMachines.Slot slot, PortFactory driver, Set<Feature> on) {
  var settings = new PortSettings(1, 32, 1500, on, List.of());
  try (var machines = new TwoMachines(slot, driver, settings, 64)) {
    PacketPool pool = machines.left().pools().getFirst();
    TxRing tx = machines.left().port().tx(0);
    var fallback = new TxFallback(pool, on, 65535);
    for (Packet frame : List.of(sums(pool), tagged(pool), large(pool))) {
      var outcome = fallback.apply(frame, part -> submit(tx, part));
      if (outcome == TxFallback.Outcome.SEGMENTED) {
        Chain.giveBack(frame); // its segments are on their way
      }
    }
    machines.left().nic().process();
    tx.complete(32, Chain::giveBack);
    List<byte[]> wire = new ArrayList<>();
    while (machines.wire().right().waiting() > 0) {
      wire.add(machines.wire().right().receive());
    }
    report(name, wire, tx.statistics().descriptors());
  }
}
// end::send[]

void submit(TxRing tx, Packet frame) {
  if (tx.submit(frame) == TxRing.Submit.FULL) {
    Chain.giveBack(frame);
  }
}

void report(String name, List<byte[]> wire, long descriptors) {
  CRC32 crc = new CRC32();
  wire.forEach(crc::update);
  int bytes = wire.stream().mapToInt(frame -> frame.length).sum();
  IO.println(
      "%s: %d descriptors -> %d frames, %d bytes, CRC %08x"
          .formatted(name, descriptors, wire.size(), bytes, crc.getValue()));
}

/** A UDP datagram in two pieces; the second begins at an odd place. */
Packet sums(PacketPool pool) {
  byte[] bytes = ip().udp(5000, 53).payload(new byte[] {1, 2, 3, 4, 5}).build();
  TransportChecksum.prepareUdp(MemorySegment.ofArray(bytes), 14, 34, 13);
  Packet head = pool.take();
  head.copyFrom(Arrays.copyOf(bytes, 45));
  Packet rest = pool.take();
  rest.copyFrom(Arrays.copyOfRange(bytes, 45, bytes.length));
  head.next(rest);
  head.offload().headers(14, 20, 8, false, false);
  head.offload().computeTransportChecksum();
  return head;
}

Packet tagged(PacketPool pool) {
  Packet packet = pool.take();
  packet.copyFrom(ip().udp(5000, 53).payload(new byte[100]).build());
  packet.offload().insertVlan(0x6064);
  return packet;
}

/** 4,000 bytes in two packets, to be cut at 1,460, tagged as well. */
Packet large(PacketPool pool) {
  byte[] bytes = ip().tcp(49152, 80).numbers(7, 1).payload(new byte[4000]).build();
  MemorySegment frame = MemorySegment.ofArray(bytes);
  Ipv4Header.totalLength(frame, 14, 0);
  Ipv4Header.checksum(frame, 14, 0);
  TransportChecksum.prepareTcp(frame, 14, 34, 0);
  Packet head = pool.take();
  head.copyFrom(Arrays.copyOf(bytes, 2048));
  Packet rest = pool.take();
  rest.copyFrom(Arrays.copyOfRange(bytes, 2048, bytes.length));
  head.next(rest);
  head.offload().headers(14, 20, 20, false, true);
  head.offload().segment(1460);
  head.offload().insertVlan(0x6064);
  return head;
}

FrameBuilder ip() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .identification(700);
}
