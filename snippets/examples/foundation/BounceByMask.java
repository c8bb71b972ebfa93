//JAVA 25+
//DESCRIPTION Maps a buffer above 4 GiB for two devices, and looks who sees what.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.DmaMask;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

static final int SLOTS = 8;

void main() {
  look("64 bits, coherent", 64, Coherence.COHERENT);
  look("32 bits, coherent", 32, Coherence.COHERENT);
  look("64 bits, not coherent", 64, Coherence.NON_COHERENT);
  IO.println("32 bits, %d slots: %d frames fit".formatted(SLOTS, fill()));
}

// tag::late[]
/** The CPU writes 1, maps, writes 2, and syncs; the device looks after each. */
void look(String title, int bits, Coherence coherence) {
  HostMemory memory = new HostMemory(1 << 20); // starts at 4 GiB
  Iommu iommu = new Iommu(memory, coherence, new DmaMask(bits), SLOTS);
  MemorySegment buffer = memory.allocate(1514, 64);
  buffer.set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
  Mapping mapping = iommu.map(buffer, Direction.TO_DEVICE);
  int mapped = device(iommu, mapping);
  buffer.set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
  int late = device(iommu, mapping);
  mapping.syncForCpu();
  mapping.syncForDevice();
  int synced = device(iommu, mapping);
  IO.println(
      "%-22s %d slots; device sees %d, then %d, then %d"
          .formatted(title, iommu.bounceSlotsUsed(), mapped, late, synced));
}

int device(Iommu iommu, Mapping mapping) {
  long offset = iommu.translate(mapping.busAddress(), 1, Access.READ);
  return iommu.memory().get(ValueLayout.JAVA_BYTE, offset);
}

// end::late[]

// tag::fill[]
int fill() {
  HostMemory memory = new HostMemory(1 << 20);
  Iommu iommu = new Iommu(memory, Coherence.COHERENT, new DmaMask(32), SLOTS);
  try {
    while (true) {
      iommu.map(memory.allocate(1514, 64), Direction.TO_DEVICE);
    }
  } catch (MappingFailed expected) {
    return iommu.mapped();
  }
}
// end::fill[]
