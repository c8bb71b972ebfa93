//JAVA 25+
//DESCRIPTION Spreads 1,000 flows over four queues, and looks where answers arrive.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.IndirectionTable;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.offload.ToeplitzTable;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final int QUEUES = 4;
static final int FLOWS = 1000;

void main() {
  spread("well-known key", RssKey.microsoft());
  spread("symmetric key", RssKey.symmetric(40));
}

// tag::spread[]
void spread(String name, RssKey key) {
  int[] frames = new int[QUEUES];
  int asComputed = 0;
  int together = 0;
  try (TwoMachines machines = machines(key)) {
    for (int flow = 0; flow < FLOWS; flow++) {
      byte[] request = tcp("192.0.2.1", 1024 + flow, "198.51.100.7", 443);
      byte[] answer = tcp("198.51.100.7", 443, "192.0.2.1", 1024 + flow);
      int queue = queueOf(machines, request);
      frames[queue]++;
      asComputed += queue == computed(key, request) ? 1 : 0;
      together += queue == queueOf(machines, answer) ? 1 : 0;
    }
  }
  IO.println(name + ": frames of each queue " + Arrays.toString(frames));
  IO.println("  same queue as software computes: " + asComputed);
  IO.println("  request and answer in one queue: " + together);
}

/** What the device does: hash of addresses and ports, seven bits, a table. */
int computed(RssKey key, byte[] frame) {
  int hash = new ToeplitzTable(key).ipv4(MemorySegment.ofArray(frame), 14, 34);
  return new IndirectionTable(QUEUES).queue(hash);
}

// end::spread[]

/** Puts a frame on the wire, and looks which queue of the device has it. */
int queueOf(TwoMachines machines, byte[] frame) {
  machines.wire().left().send(frame);
  machines.right().nic().process();
  Map<Integer, Integer> found = new HashMap<>();
  for (int q = 0; q < QUEUES; q++) {
    found.put(machines.right().port().rx(q).poll(8, Packet::giveBack), q);
  }
  return found.get(1);
}

byte[] tcp(String from, int port, String to, int toPort) {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4(from, to)
      .tcp(port, toPort)
      .buildPadded();
}

TwoMachines machines(RssKey key) {
  byte[] bytes = key.toByteArray();
  List<Byte> list =
      IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
  var settings = new PortSettings(QUEUES, 8, 1500, Set.of(Feature.RSS), list);
  return new TwoMachines(TenGigabitNic::new, MultiQueuePort::open, settings, 16);
}
