//JAVA 25+
//DESCRIPTION Reuses one buffer for three frames: the last goes out three times.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.IFCS;
import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.RS;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.DescriptorRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final DmaMemory dma = new DmaMemory(1 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(dma, wire.left());
final DescriptorRing ring = new DescriptorRing(dma, 8);
int next;

// tag::enqueue[]
void main() {
  nic.write32(Registers.TDBAL, (int) ring.busAddress());
  nic.write32(Registers.TDBAH, (int) (ring.busAddress() >>> 32));
  nic.write32(Registers.TDLEN, ring.lengthInBytes());
  nic.write32(Registers.TCTL, Registers.TCTL_EN);

  DmaRegion local = buffer(); // stands for a local variable: one address, every call
  for (String name : List.of("one", "two", "three")) {
    enqueue(name, local);
  }
  IO.println("one local for all: " + wire());

  for (String name : List.of("one", "two", "three")) {
    enqueue(name, buffer());
  }
  IO.println("a buffer for each: " + wire());
}

DmaRegion buffer() {
  return dma.allocate(64, 64);
}

void enqueue(String name, DmaRegion buffer) {
  byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 60);
  buffer.segment().asSlice(0, 60).copyFrom(MemorySegment.ofArray(bytes));
  int command = EOP | RS | IFCS;
  LegacyTxDescriptor.write(
      ring.slots(), ring.offset(next), buffer.busAddress(), 60, command);
  next = ring.next(next);
}

String wire() {
  nic.write32(Registers.TDT, next);
  nic.process(); // the device fetches the data now, not when it was described
  StringBuilder sent = new StringBuilder();
  for (byte[] f = wire.right().receive(); f.length > 0; f = wire.right().receive()) {
    sent.append(new String(f, StandardCharsets.US_ASCII).trim()).append(' ');
  }
  return sent.toString().trim();
}
// end::enqueue[]
