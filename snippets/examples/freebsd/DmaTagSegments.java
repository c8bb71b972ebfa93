//JAVA 25+
//DESCRIPTION Loads one frame through six tags: segments, bounced bytes, errors.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static org.ringbook.adapters.freebsd.busdma.BusMap.Flag.NOWAIT;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.freebsd.busdma.BounceZone;
import org.ringbook.adapters.freebsd.busdma.BusMap;
import org.ringbook.adapters.freebsd.busdma.BusSegment;
import org.ringbook.adapters.freebsd.busdma.BusTag;
import org.ringbook.adapters.freebsd.busdma.KernelBuffer;
import org.ringbook.adapters.freebsd.busdma.LoadCallback;

// tag::tags[]
static final long ABOVE_4_GB = 0x1_2000_0000L;

void main() {
  KernelBuffer near = KernelBuffer.at(0x802, 3000, 0x7_5000, 0x7_6000);
  KernelBuffer apart = KernelBuffer.at(0x802, 3000, 0x7_5000, ABOVE_4_GB);
  BusTag any = BusTag.of(9000).pieces(8, 9000);
  IO.println("two pages that follow each other");
  load("no limits", any, near);
  load("1 KiB a segment", any.pieces(8, 1024), near);
  load("boundary of 4 KiB", any.within(4096), near);
  load("alignment of 4", any.aligned(4), near);
  IO.println("two pages far apart, the second above 4 GB");
  load("no limits", any, apart);
  load("one segment", BusTag.of(9000), apart);
  load("32 address bits", any.below(BusTag.MAXADDR_32BIT), apart);
}

void load(String what, BusTag tag, KernelBuffer frame) {
  BusMap map = new BusMap(tag, new BounceZone(4, 0x10_0000));
  List<BusSegment> told = new ArrayList<>();
  int[] error = new int[1];
  LoadCallback callback = (segments, e) -> told(told, segments, error, e);
  int returned = map.load(frame, callback, NOWAIT);
  // end::tags[]
  StringBuilder line = new StringBuilder();
  for (BusSegment s : told) {
    line.append(" %x+%d".formatted(s.address(), s.length()));
  }
  String result = error[0] == 0 ? line.toString() : " callback told " + error[0];
  IO.println("  %-18s returns %d,%s".formatted(what, returned, result));
  if (map.bounced() > 0) {
    IO.println("  %-18s %d bytes bounce".formatted("", map.bounced()));
  }
}

void told(List<BusSegment> to, List<BusSegment> from, int[] error, int code) {
  to.addAll(from);
  error[0] = code;
}
