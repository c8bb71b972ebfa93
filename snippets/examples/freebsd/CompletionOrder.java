//JAVA 25+
//DESCRIPTION Gives a sent packet back in four orders; the kernel's rules allow one.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

// tag::orders[]
enum Step {
  SYNC,
  UNLOAD,
  FREE
}

void main() {
  complete(Sync.POSTWRITE, List.of(Step.SYNC, Step.UNLOAD, Step.FREE));
  complete(Sync.POSTWRITE, List.of(Step.UNLOAD, Step.SYNC, Step.FREE));
  complete(Sync.POSTWRITE, List.of(Step.SYNC, Step.FREE, Step.UNLOAD));
  complete(Sync.POSTREAD, List.of(Step.SYNC, Step.UNLOAD, Step.FREE));
}

void complete(Sync post, List<Step> order) {
  Kernel kernel = new Kernel(Machine.of(1 << 20));
  Mbufs mbufs = new Mbufs(kernel);
  DmaMap map = new DmaTag(kernel, DmaTag.LARGEST_PACKET, 32).createMap();
  Mbuf packet = send(mbufs, map);
  try {
    for (Step step : order) {
      switch (step) {
        case SYNC -> map.sync(post);
        case UNLOAD -> map.unload();
        case FREE -> mbufs.freem(packet);
      }
    }
    report(post, order, "done, mbufs left " + mbufs.outstanding());
  } catch (RuleBroken broken) {
    report(post, order, broken.getMessage());
  }
}

// end::orders[]

Mbuf send(Mbufs mbufs, DmaMap map) {
  Mbuf packet = mbufs.getcl();
  packet.length(60);
  packet.header().length(60);
  if (map.loadMbufSg(packet) != 0) {
    throw new IllegalStateException("not loaded");
  }
  map.sync(Sync.PREWRITE);
  return packet; // the device reads it now
}

void report(Sync post, List<Step> order, String outcome) {
  IO.println(post + " in " + order + "\n  " + outcome);
}
