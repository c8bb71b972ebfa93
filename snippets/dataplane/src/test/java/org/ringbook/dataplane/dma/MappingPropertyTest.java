package org.ringbook.dataplane.dma;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.IllegalDmaAccess.Kind;

/** Random mappings, syncs and transfers, against arrays that model the two copies. */
class MappingPropertyTest {
  private static final int LENGTH = 24;

  enum Op {
    MAP,
    LOAD,
    SYNC_FOR_CPU,
    SYNC_FOR_DEVICE,
    UNMAP,
    UNLOAD,
    CPU_WRITES,
    DEVICE_READS,
    DEVICE_WRITES
  }

  record Step(Op op, int offset, int length) {}

  /** One buffer, and what CPU and device must see of it. */
  private static final class Model {
    private final Iommu iommu;
    private final MemorySegment buffer;
    private final Direction direction;
    private final boolean copies;
    private final byte[] cpu = new byte[LENGTH];
    private byte[] device = cpu;
    private final boolean[] deviceOwns = new boolean[LENGTH];
    private Mapping mapping;
    private long lastAddress;
    private byte value;

    Model(HostMemory memory, Iommu iommu, Direction direction, boolean copies) {
      this.iommu = iommu;
      this.buffer = memory.allocate(LENGTH, 1).fill((byte) 0);
      this.direction = direction;
      this.copies = copies;
    }

    private boolean isMapped() {
      return mapping != null;
    }

    void run(Step step) {
      switch (step.op) {
        case MAP, LOAD -> map(step.op == Op.MAP);
        case SYNC_FOR_CPU -> syncForCpu(step.offset, step.length);
        case SYNC_FOR_DEVICE -> syncForDevice(step.offset, step.length);
        case UNMAP, UNLOAD -> unmap(step.op == Op.UNMAP);
        case CPU_WRITES -> cpuWrites(step.offset, step.length);
        case DEVICE_READS -> transfer(step, Access.READ);
        case DEVICE_WRITES -> transfer(step, Access.WRITE);
      }
      assertArrayEquals(cpu, buffer.toArray(JAVA_BYTE));
    }

    private void map(boolean give) {
      if (isMapped()) {
        return;
      }
      mapping = give ? iommu.map(buffer, direction) : iommu.load(buffer, direction);
      lastAddress = mapping.busAddress();
      device = copies ? new byte[LENGTH] : cpu;
      if (copies) {
        Arrays.fill(device, HostMemory.POISON);
      }
      Arrays.fill(deviceOwns, false);
      if (give) {
        modelForDevice(0, LENGTH);
      }
    }

    private void modelForDevice(int offset, int length) {
      Arrays.fill(deviceOwns, offset, offset + length, true);
      if (direction != Direction.FROM_DEVICE) {
        System.arraycopy(cpu, offset, device, offset, length);
      }
    }

    private void syncForDevice(int offset, int length) {
      if (isMapped()) {
        mapping.syncForDevice(offset, length);
        modelForDevice(offset, length);
      }
    }

    private void syncForCpu(int offset, int length) {
      if (isMapped()) {
        mapping.syncForCpu(offset, length);
        Arrays.fill(deviceOwns, offset, offset + length, false);
        modelForCpu(offset, length);
      }
    }

    private void modelForCpu(int offset, int length) {
      if (direction != Direction.TO_DEVICE) {
        System.arraycopy(device, offset, cpu, offset, length);
      }
    }

    private void unmap(boolean sync) {
      if (isMapped() && sync) {
        mapping.unmap();
        modelForCpu(0, LENGTH);
      } else if (isMapped()) {
        mapping.unload();
      }
      mapping = null;
    }

    private boolean cpuOwns(int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (deviceOwns[i]) {
          return false;
        }
      }
      return true;
    }

    private boolean allDevices(int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (!deviceOwns[i]) {
          return false;
        }
      }
      return true;
    }

    private void cpuWrites(int offset, int length) {
      if (!isMapped()) {
        return;
      }
      value++;
      try {
        mapping.cpu(offset, length).fill(value);
        assertEquals(true, cpuOwns(offset, length));
        Arrays.fill(cpu, offset, offset + length, value);
      } catch (IllegalStateException e) {
        assertEquals(false, cpuOwns(offset, length), e.getMessage());
      }
    }

    private Kind expected(Step step, Access access) {
      if (!isMapped()) {
        return lastAddress == 0 ? Kind.NEVER_MAPPED : Kind.AFTER_UNMAP;
      }
      if (!direction.allows(access)) {
        return Kind.WRONG_DIRECTION;
      }
      return allDevices(step.offset, step.length) ? null : Kind.CPU_OWNS;
    }

    private void transfer(Step step, Access access) {
      Kind expected = expected(step, access);
      try {
        long at = iommu.translate(lastAddress + step.offset, step.length, access);
        assertEquals(null, expected);
        MemorySegment bytes = iommu.memory().asSlice(at, step.length);
        if (access == Access.WRITE) {
          bytes.fill(++value);
          Arrays.fill(device, step.offset, step.offset + step.length, value);
        }
        byte[] seen = Arrays.copyOfRange(device, step.offset, step.offset + step.length);
        assertArrayEquals(seen, bytes.toArray(JAVA_BYTE));
      } catch (IllegalDmaAccess e) {
        assertEquals(expected, e.kind());
      }
    }
  }

  @Property(tries = 300)
  void everyByteIsWhereTheRulesSay(
      @ForAll @Size(min = 20, max = 200) List<@IntRange(max = 0xff_ffff) Integer> choices,
      @ForAll @IntRange(max = 2) int machine) {
    HostMemory memory = new HostMemory(1 << 16);
    Iommu iommu =
        switch (machine) {
          case 0 -> new Iommu(memory);
          case 1 -> new Iommu(memory, Coherence.NON_COHERENT);
          default -> new Iommu(memory, Coherence.COHERENT, new DmaMask(32), 3);
        };
    List<Model> models = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      models.add(new Model(memory, iommu, direction, machine > 0));
    }
    for (int choice : choices) {
      models.get(choice % 3).run(step(choice / 3));
    }
    models.forEach(model -> model.unmap(true));
    models.forEach(model -> memory.free(model.buffer));
    assertEquals(0, iommu.mapped() + iommu.bounceSlotsUsed() + memory.allocated());
    memory.checkFreed();
  }

  private static Step step(int choice) {
    Op op = Op.values()[choice % Op.values().length];
    int rest = choice / Op.values().length;
    if (rest % 4 == 0) {
      return new Step(op, 0, LENGTH);
    }
    int offset = rest / 4 % LENGTH;
    int length = 1 + rest / 4 / LENGTH % (LENGTH - offset);
    return new Step(op, offset, length);
  }
}
