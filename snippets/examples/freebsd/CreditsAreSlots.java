//JAVA 25+
//DESCRIPTION Counts completions in slots and in frames; one queue seems full.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import java.util.Set;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TwoMachines;

static final int SLOTS = 64;
static final PortSettings SETTINGS =
    new PortSettings(
        1,
        SLOTS,
        1500,
        Set.of(Feature.SCATTER_GATHER, Feature.TX_CHECKSUM, Feature.TSO4),
        List.of());

void main() {
  run("1 piece", 1, 0);
  run("3 pieces", 3, 0);
  run("3 pieces, TSO", 3, 200);
}

// tag::credits[]
/** A framework keeps its own count of slots in use; completions lower it. */
void run(String what, int pieces, int cut) {
  try (var machines =
      new TwoMachines(SimulatedNic::new, EthernetPort::open, SETTINGS, SLOTS + 8)) {
    TxRing ring = machines.left().port().tx(0);
    int bySlots = 0;
    int byFrames = 0;
    int frames = 0;
    while (byFrames < SLOTS - 8 && frames < 1000) {
      int before = ring.free();
      TxRing.Submit unused =
          ring.submit(frame(machines.left().pools().getFirst(), pieces, cut));
      int used = before - ring.free();
      machines.left().nic().process();
      int done = ring.complete(SLOTS, Chain::giveBack);
      int freed = ring.free() - before + used;
      bySlots += used - freed;
      byFrames += used - done;
      frames++;
      drain(machines);
    }
    report(what, frames, bySlots, byFrames, ring.inFlight());
  }
}

// end::credits[]

void report(String what, int frames, int bySlots, int byFrames, int inFlight) {
  IO.println(
      "%-13s after %4d frames, in use: by slots %d, by frames %2d, really %d"
          .formatted(what, frames, bySlots, byFrames, inFlight));
}

void drain(TwoMachines machines) {
  while (machines.wire().right().waiting() > 0) {
    machines.wire().right().receive();
  }
}

Packet frame(PacketPool pool, int pieces, int cut) {
  Packet next = null;
  for (int i = pieces - 1; i >= 0; i--) {
    Packet piece = pool.take();
    piece.copyFrom(i == 0 ? headers() : new byte[200]);
    piece.next(next);
    next = piece;
  }
  if (cut > 0) {
    next.offload().headers(14, 20, 20, false, true);
    next.offload().segment(cut);
  }
  return next;
}

byte[] headers() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
      .ipv4("192.0.2.1", "192.0.2.2")
      .tcp(49152, 80)
      .payload(new byte[200])
      .build();
}
