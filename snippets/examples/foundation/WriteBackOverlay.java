//JAVA 25+
//DESCRIPTION Unmaps by the address in a written-back descriptor: it is gone.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import org.ringbook.dataplane.descriptor.AdvancedRxRead;
import org.ringbook.dataplane.descriptor.AdvancedRxWriteBack;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.dma.IllegalDmaAccess;

final DmaMemory dma = new DmaMemory(1 << 16);
final MemorySegment slots = dma.allocate(8 * 16, 128).segment();
final DmaRegion buffer = dma.allocate(2048, 64);

void main() {
  AdvancedRxRead.write(slots, 0, buffer.busAddress(), 0);
  show("read format");
  int status = AdvancedRxWriteBack.DD | AdvancedRxWriteBack.EOP;
  int type = 0x11 << 4 | 1; // IPv4 and TCP; the hash covers both
  AdvancedRxWriteBack.writeBack(slots, 0, type, 0x51ccc178, status, 1514);
  show("write-back");
  unmap("address in the slot", AdvancedRxRead.packetAddress(slots, 0));
  unmap("address kept beside the ring", buffer.busAddress());

  IO.println("DD, both formats at byte 0: " + AdvancedRxWriteBack.isDone(slots, 0));
  IO.println("DD, one behind the other:   " + AdvancedRxWriteBack.isDone(slots, 16));
}

void show(String when) {
  byte[] bytes = slots.asSlice(0, 16).toArray(ValueLayout.JAVA_BYTE);
  IO.println("%-12s %s".formatted(when, HexFormat.of().formatHex(bytes)));
}

void unmap(String what, long busAddress) {
  try {
    dma.translate(busAddress, 2048, Access.WRITE);
    IO.println(what + ": valid");
  } catch (IllegalDmaAccess refused) {
    IO.println(what + ":\n  " + refused.getMessage());
  }
}
