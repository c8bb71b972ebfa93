//JAVA 25+
//DESCRIPTION Leaves the length in TCP's checksum before TSO, and takes it out.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TwoMachines;

static final int IP = 14;
static final int TCP = 34;
static final int DATA = 1500;

void main() {
  send("as the stack left it", TcpHeader.BYTES + DATA);
  send("as the driver hands it over", 0);
}

// tag::send[]
void send(String who, int lengthInSum) {
  var features = EnumSet.of(Feature.TX_CHECKSUM, Feature.TSO4);
  var settings = new PortSettings(1, 16, 1500, features, List.of());
  try (var machines =
      new TwoMachines(SimulatedNic::new, EthernetPort::open, settings, 32)) {
    byte[] bytes = large();
    MemorySegment frame = MemorySegment.ofArray(bytes);
    Ipv4Header.totalLength(frame, IP, 0);
    Ipv4Header.checksum(frame, IP, 0);
    TransportChecksum.prepareTcp(frame, IP, TCP, lengthInSum);
    Packet packet = machines.left().pools().getFirst().take();
    packet.copyFrom(bytes);
    packet.offload().headers(IP, 20, 20, false, true);
    packet.offload().segment(500);
    TxRing.Submit result = machines.left().port().tx(0).submit(packet);
    machines.left().nic().process();
    IO.println(who + ": " + result);
    while (machines.wire().right().waiting() > 0) {
      report(MemorySegment.ofArray(machines.wire().right().receive()));
    }
  }
}

// end::send[]

void report(MemorySegment frame) {
  int segment = Ipv4Header.totalLength(frame, IP) - Ipv4Header.BYTES;
  boolean good = TransportChecksum.verifyTcp(frame, IP, TCP, segment);
  IO.println(
      "  segment of %d bytes, sequence %d, TCP checksum good: %b"
          .formatted(frame.byteSize(), TcpHeader.sequence(frame, TCP), good));
}

byte[] large() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .tcp(49152, 80)
      .numbers(1, 1)
      .payload(new byte[DATA])
      .build();
}
