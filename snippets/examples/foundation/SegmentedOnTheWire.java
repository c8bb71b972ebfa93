//JAVA 25+
//DESCRIPTION One send of 4,096 bytes with TSO: what both devices put on the wire.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.offload.Ipv4Checksum;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.dataplane.ring.TxStatistics;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final int IP = 14;
static final int TCP = 34;
static final int HEADERS = 54;

void main() {
  show("8254x", SimulatedNic::new, EthernetPort::open);
  show("82599", TenGigabitNic::new, MultiQueuePort::open);
}

// tag::send[]
void show(String name, TwoMachines.Slot slot, PortFactory driver) {
  var features =
      EnumSet.of(Feature.SCATTER_GATHER, Feature.TX_CHECKSUM, Feature.TSO4);
  var settings = new PortSettings(1, 16, 1500, features, List.of());
  try (var machines = new TwoMachines(slot, driver, settings, 32)) {
    TxRing tx = machines.left().port().tx(0);
    Packet frame = chain(machines.left().pools().getFirst(), large());
    frame.offload().headers(IP, 20, 20, false, true);
    frame.offload().segment(1460);
    TxRing.Submit result = tx.submit(frame);
    machines.left().nic().process();
    TxStatistics sent = tx.statistics();
    IO.println(
        "%s: %s, %d frame, %d descriptors, %d of them contexts"
            .formatted(
                name,
                result,
                sent.submitted(),
                sent.descriptors(),
                sent.contexts()));
    while (machines.wire().right().waiting() > 0) {
      describe(machines.wire().right().receive());
    }
  }
}

// end::send[]

/** 4,096 bytes of data behind one set of headers; what a stack leaves to TSO. */
byte[] large() {
  byte[] bytes =
      FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
          .ipv4("192.0.2.1", "192.0.2.2")
          .identification(700)
          .tcp(49152, 80)
          .numbers(10_000, 1)
          .flags(TcpHeader.ACK | TcpHeader.PSH)
          .payload(new byte[4096])
          .build();
  MemorySegment frame = MemorySegment.ofArray(bytes);
  Ipv4Header.totalLength(frame, IP, 0);
  Ipv4Header.checksum(frame, IP, 0);
  TransportChecksum.prepareTcp(frame, IP, TCP, 0); // pseudo header, length 0
  return bytes;
}

/** Packets of at most 2,048 bytes, one after the other. */
Packet chain(PacketPool pool, byte[] bytes) {
  Packet next = null;
  for (int from = (bytes.length - 1) / 2048 * 2048; from >= 0; from -= 2048) {
    Packet packet = pool.take();
    int to = Math.min(bytes.length, from + 2048);
    packet.copyFrom(Arrays.copyOfRange(bytes, from, to));
    packet.next(next);
    next = packet;
  }
  return next;
}

void describe(byte[] bytes) {
  MemorySegment frame = MemorySegment.ofArray(bytes);
  boolean push = (TcpHeader.flags(frame, TCP) & TcpHeader.PSH) != 0;
  int segment = Ipv4Header.totalLength(frame, IP) - 20;
  boolean good =
      Ipv4Checksum.verify(frame, IP)
          && TransportChecksum.verifyTcp(frame, IP, TCP, segment);
  IO.println(
      "  %4d bytes, data %4d, sequence %d, id %d, PSH %-5b checksums good: %b"
          .formatted(
              bytes.length,
              bytes.length - HEADERS,
              TcpHeader.sequence(frame, TCP),
              Ipv4Header.identification(frame, IP),
              push,
              good));
}
