//JAVA 25+
//DESCRIPTION Lets the third of four mappings fail, and counts what stays mapped.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/** Maps a frame's pieces: all of them, or as many as it gets. */
interface Mapper {
  /** Maps the pieces in order. */
  List<Mapping> map(Iommu iommu, List<MemorySegment> pieces);
}

void main() {
  attempt("one by one, and return", this::naive);
  attempt("one by one, and undo", this::careful);
  attempt("in one call", (iommu, all) -> iommu.mapAll(all, Direction.TO_DEVICE));
}

// tag::mappers[]
List<Mapping> naive(Iommu iommu, List<MemorySegment> pieces) {
  List<Mapping> done = new ArrayList<>();
  for (MemorySegment piece : pieces) {
    done.add(iommu.map(piece, Direction.TO_DEVICE));
  }
  return done;
}

List<Mapping> careful(Iommu iommu, List<MemorySegment> pieces) {
  List<Mapping> done = new ArrayList<>();
  try {
    for (MemorySegment piece : pieces) {
      done.add(iommu.map(piece, Direction.TO_DEVICE));
    }
    return done;
  } catch (MappingFailed full) {
    done.forEach(Mapping::unload); // this frame is dropped; nothing of it stays
    throw full;
  }
}

// end::mappers[]

void attempt(String how, Mapper mapper) {
  HostMemory memory = new HostMemory(1 << 20);
  Iommu iommu = new Iommu(memory);
  List<MemorySegment> pieces = new ArrayList<>();
  for (int i = 0; i < 4; i++) {
    pieces.add(memory.allocate(512, 64));
  }
  int dropped = 0;
  for (int frame = 0; frame < 100; frame++) {
    iommu.failAfter(2, 1);
    try {
      mapper.map(iommu, pieces);
    } catch (MappingFailed full) {
      dropped++;
    }
  }
  IO.println("%-24s %d dropped, %d mapped".formatted(how, dropped, iommu.mapped()));
  String freed = "freed";
  try {
    pieces.forEach(memory::free);
  } catch (IllegalStateException stillMapped) {
    freed = stillMapped.getMessage();
  }
  IO.println("%-24s %s".formatted("  its buffers:", freed));
}
