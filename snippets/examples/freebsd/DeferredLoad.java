//JAVA 25+
//DESCRIPTION Runs out of bounce pages three times: refused, deferred, and a panic.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static org.ringbook.adapters.freebsd.busdma.BusMap.Flag.NOWAIT;

import java.util.List;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.busdma.BounceZone;
import org.ringbook.adapters.freebsd.busdma.BusMap;
import org.ringbook.adapters.freebsd.busdma.BusSegment;
import org.ringbook.adapters.freebsd.busdma.BusTag;
import org.ringbook.adapters.freebsd.busdma.KernelBuffer;
import org.ringbook.adapters.host.RuleBroken;

static final long ABOVE_4_GB = 0x1_2000_0000L;
static final BusTag TAG = BusTag.of(4096).below(BusTag.MAXADDR_32BIT);

void main() {
  secondLoad("BUS_DMA_NOWAIT", true, NOWAIT);
  secondLoad("may wait, with lockfunc", true);
  secondLoad("may wait, lockfunc NULL", false);
}

/** One bounce page, and a first load that has it. */
void secondLoad(String what, boolean locks, BusMap.Flag... flags) {
  IO.println(what);
  // tag::deferred[]
  BounceZone zone = new BounceZone(1, 0x10_0000);
  BusMap first = new BusMap(TAG, zone, locks);
  BusMap second = new BusMap(TAG, zone, locks);
  first.load(KernelBuffer.at(0, 1500, ABOVE_4_GB), (segments, error) -> {});
  KernelBuffer frame = KernelBuffer.at(0, 1500, ABOVE_4_GB + 4096);
  int returned = second.load(frame, this::told, flags);
  IO.println("  load returned " + name(returned) + ", waiting: " + zone.waiting());
  IO.println("  the first map is unloaded");
  first.unload();
  try {
    zone.softwareInterrupt();
  } catch (RuleBroken panic) {
    IO.println("  panic: " + panic.rule());
  }
  // end::deferred[]
}

void told(List<BusSegment> segments, int error) {
  IO.println("  callback: " + name(error) + ", segments: " + segments.size());
}

String name(int error) {
  return switch (error) {
    case Errno.ENOMEM -> "ENOMEM";
    case Errno.EINPROGRESS -> "EINPROGRESS";
    default -> String.valueOf(error);
  };
}
