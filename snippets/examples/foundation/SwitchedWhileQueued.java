//JAVA 25+
//DESCRIPTION Switches TSO off while frames that ask for it wait, and LRO as well.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.Coalescer;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.offload.TxFallback;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TwoMachines;

static final Set<Feature> ON =
    Set.of(Feature.SCATTER_GATHER, Feature.TX_CHECKSUM, Feature.TSO4);

static final Set<Feature> OFF = Set.of(Feature.SCATTER_GATHER);

void main() {
  transmit(false);
  transmit(true);
  receive(false);
  receive(true);
}

// tag::transmit[]
void transmit(boolean withFallback) {
  var settings = new PortSettings(1, 32, 1500, ON, List.of());
  try (var machines =
      new TwoMachines(SimulatedNic::new, EthernetPort::open, settings, 64)) {
    var port = machines.left().port();
    PacketPool pool = machines.left().pools().getFirst();
    Queue<Packet> waiting = new ArrayDeque<>(List.of(large(pool), large(pool)));
    port.stop(Chain::giveBack);
    port.start(settings.withFeatures(OFF)); // the administrator: no TSO
    TxRing tx = port.tx(0); // rings of other settings are other rings
    var fallback = new TxFallback(pool, withFallback ? OFF : ON, 65535);
    int dropped = 0;
    while (!waiting.isEmpty()) {
      Packet frame = waiting.remove();
      try {
        var outcome = fallback.apply(frame, part -> submit(tx, part));
        if (outcome == TxFallback.Outcome.SEGMENTED) {
          Chain.giveBack(frame);
        }
      } catch (IllegalArgumentException e) {
        IO.println("  " + e.getMessage());
        Chain.giveBack(frame);
        dropped++;
      }
    }
    machines.left().nic().process();
    String how = withFallback ? "with" : "without";
    IO.println(
        how + " fallback: " + dropped + " dropped, frames on the wire: "
            + machines.wire().right().waiting());
  }
}
// end::transmit[]

void submit(TxRing tx, Packet frame) {
  if (tx.submit(frame) == TxRing.Submit.FULL) {
    Chain.giveBack(frame);
  }
}

Packet large(PacketPool pool) {
  Packet packet = pool.take();
  packet.copyFrom(segment(1, 1900));
  TransportChecksum.prepareTcp(packet.data(), 14, 34, 0);
  packet.offload().headers(14, 20, 20, false, true);
  packet.offload().segment(1000);
  return packet;
}

byte[] segment(int sequence, int payload) {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .identification(sequence / payload)
      .tcp(49152, 80)
      .numbers(sequence, 1)
      .payload(new byte[payload])
      .build();
}

// tag::receive[]
void receive(boolean flush) {
  var settings = PortSettings.plain(16);
  try (var machines =
      new TwoMachines(SimulatedNic::new, EthernetPort::open, settings, 32)) {
    int[] delivered = {0};
    var lro =
        new Coalescer(
            4,
            18,
            2, // frames may be held over one poll
            frame -> {
              delivered[0] += frame.segments();
              Chain.giveBack(frame);
            });
    for (int i = 0; i < 3; i++) {
      machines.wire().left().send(segment(1 + 1000 * i, 1000));
    }
    machines.right().nic().process();
    machines.right().port().rx(0).poll(64, lro);
    lro.endPoll();
    if (flush) {
      lro.flush();
    }
    // from here on LRO is off, and nobody looks into the table again
    IO.println(
        "LRO off, flushed " + flush + ": of 3 frames the stack has " + delivered[0]);
    lro.flush(); // for the pool's sake
  }
}
// end::receive[]
