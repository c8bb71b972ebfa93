//JAVA 25+
//DESCRIPTION Forgets each sync once, in memory that bounces and in other memory.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static org.ringbook.adapters.freebsd.busdma.BusMap.Flag.NOWAIT;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.ringbook.adapters.freebsd.busdma.BounceZone;
import org.ringbook.adapters.freebsd.busdma.BusMap;
import org.ringbook.adapters.freebsd.busdma.BusTag;
import org.ringbook.adapters.freebsd.busdma.KernelBuffer;

static final BusTag TAG = BusTag.of(2048).below(BusTag.MAXADDR_32BIT);
static final byte[] OLD = filled(1);
static final byte[] NEW = filled(2);

void main() {
  IO.println("%-38s %-10s %s".formatted("", "below 4 GB", "above"));
  // tag::forget[]
  row("send: load, PREWRITE", (map, cpu) -> {
    map.preWrite();
    return map.deviceReads();
  });
  row("send: load", (map, cpu) -> map.deviceReads());
  row("send: PREWRITE, edit", (map, cpu) -> {
    map.preWrite();
    cpu[59] ^= 1;
    return map.deviceReads();
  });
  row("receive: load, PREREAD, POSTREAD", (map, cpu) -> {
    map.preRead();
    map.deviceWrites(NEW);
    map.postRead();
    return cpu;
  });
  row("receive: without POSTREAD", (map, cpu) -> {
    map.preRead();
    map.deviceWrites(NEW);
    return cpu;
  });
  row("receive: unload, then POSTREAD", (map, cpu) -> {
    map.preRead();
    map.deviceWrites(NEW);
    map.unload();
    map.postRead();
    return cpu;
  });
  // end::forget[]
}

void row(String what, BiFunction<BusMap, byte[], byte[]> driver) {
  String below = attempt(0x7_5000, what, driver);
  String above = attempt(0x1_2000_0000L, what, driver);
  IO.println("%-38s %-10s %s".formatted(what, below, above));
}

String attempt(long page, String what, BiFunction<BusMap, byte[], byte[]> driver) {
  BusMap map = new BusMap(TAG, new BounceZone(1, 0x10_0000));
  KernelBuffer buffer = KernelBuffer.at(0, 60, page);
  byte[] before = what.startsWith("send") ? NEW : OLD;
  System.arraycopy(before, 0, buffer.bytes(), 0, 60);
  map.load(buffer, (segments, error) -> {}, NOWAIT);
  byte[] arrived = driver.apply(map, buffer.bytes());
  byte[] right = what.endsWith("edit") ? buffer.bytes() : NEW;
  return Arrays.equals(arrived, right) ? "right" : stale(arrived);
}

String stale(byte[] arrived) {
  return arrived[0] == 0 ? "page's bytes" : "old bytes";
}

static byte[] filled(int value) {
  byte[] bytes = new byte[60];
  Arrays.fill(bytes, (byte) value);
  return bytes;
}
