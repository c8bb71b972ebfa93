//JAVA 25+
//DESCRIPTION Adds up the two lengths of a split frame; the two short cuts are wrong.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdvancedRxRead;
import org.ringbook.dataplane.descriptor.AdvancedRxWriteBack;
import org.ringbook.dataplane.descriptor.Field;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;

final DmaMemory dma = new DmaMemory(1 << 16);
final MemorySegment slot = dma.allocate(128, 128).segment();
final DmaRegion header = dma.allocate(64, 64);
final DmaRegion data = dma.allocate(2048, 64);
final Field headerLength = field("HDR_LEN");
final Field found = field("SPH");
final Field overflow = field("HBO");

void main() {
  IO.println("                    SPH HBO HDR_LEN PKT_LEN   frame  PKT_LEN   sum");
  answer("TCP, split", 1, 0, 54, 1460);
  answer("UDP, split", 1, 0, 42, 100);
  answer("ARP, not split", 0, 0, 0, 60);
  answer("header of 94 bytes", 1, 1, 94, 1514); // its buffer has 64

  try {
    AdvancedRxRead.write(slot, 0, data.busAddress(), header.busAddress() + 1);
  } catch (IllegalArgumentException refused) {
    IO.println("odd header address refused: " + refused.getMessage());
  }
}

// tag::length[]
int frameLength() {
  boolean split = found.read(slot, 0) == 1 && overflow.read(slot, 0) == 0;
  long inHeaderBuffer = split ? headerLength.read(slot, 0) : 0;
  return (int) inHeaderBuffer + AdvancedRxWriteBack.length(slot, 0);
}

// end::length[]

/** Writes what the device would answer, field by field, and adds up. */
void answer(String frame, int sph, int hbo, int headerBytes, int dataBytes) {
  AdvancedRxRead.write(slot, 0, data.busAddress(), header.busAddress());
  int done = AdvancedRxWriteBack.DD | AdvancedRxWriteBack.EOP;
  AdvancedRxWriteBack.writeBack(slot, 0, 0, 0, done, dataBytes);
  headerLength.write(slot, 0, headerBytes);
  found.write(slot, 0, sph);
  overflow.write(slot, 0, hbo);
  IO.print("%-19s %3d %3d %7d".formatted(frame, sph, hbo, headerBytes));
  IO.print(" %7d %7d".formatted(dataBytes, frameLength()));
  IO.println(" %8d %5d".formatted(dataBytes, headerBytes + dataBytes));
}

Field field(String name) {
  return AdvancedRxWriteBack.FIELDS.stream()
      .filter(field -> field.name().equals(name))
      .findFirst()
      .orElseThrow();
}
