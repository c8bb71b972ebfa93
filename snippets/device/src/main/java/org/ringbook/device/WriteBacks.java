package org.ringbook.device;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.ringbook.dataplane.dma.DmaBus.Access.WRITE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.dma.DmaBus;

/**
 * Writes descriptors back, at once or as late as {@link Faults} say. The word with
 * DD goes last and releases what was written before it: the frame's data, and the
 * descriptor's other word.
 */
final class WriteBacks {
  private static final int BYTES = 16;
  private static final ValueLayout.OfLong U64 = JAVA_LONG.withOrder(LITTLE_ENDIAN);
  private static final VarHandle WORD = U64.varHandle();

  private final DmaBus bus;
  private final MemorySegment memory;
  private final Faults faults;
  private final ArrayDeque<Late> held = new ArrayDeque<>();
  private long steps;

  private enum Kind {
    TRANSMIT,
    UPPER_WORD,
    BOTH_WORDS
  }

  private record Late(long due, Kind kind, long slot, long low, long high) {}

  WriteBacks(DmaBus bus, Faults faults) {
    this.bus = bus;
    this.memory = bus.memory();
    this.faults = faults;
  }

  /** Sets DD of a transmit descriptor: byte 12 in all formats. */
  void transmit(long slot) {
    write(Kind.TRANSMIT, slot, 0, 0);
  }

  /** Writes the upper word of a legacy receive descriptor; the address stays. */
  void upperWord(long slot, long high) {
    write(Kind.UPPER_WORD, slot, 0, high);
  }

  /** Writes an advanced receive descriptor, both words: the addresses are gone. */
  void bothWords(long slot, long low, long high) {
    write(Kind.BOTH_WORDS, slot, low, high);
  }

  private void write(Kind kind, long slot, long low, long high) {
    int delay = faults.writeBackDelay();
    if (delay == 0 && held.isEmpty()) {
      perform(kind, slot, low, high);
    } else {
      held.add(new Late(steps + delay, kind, slot, low, high));
    }
  }

  private void perform(Kind kind, long slot, long low, long high) {
    long at = bus.translate(slot, BYTES, WRITE);
    if (kind == Kind.TRANSMIT) {
      LegacyTxDescriptor.writeBack(memory, at, LegacyTxDescriptor.DD);
      return;
    }
    if (kind == Kind.BOTH_WORDS) {
      WORD.set(memory, at, low);
    }
    WORD.setRelease(memory, at + Long.BYTES, high);
  }

  /** A step begins: what is due is written, in order. */
  void tick() {
    steps++;
    while (!held.isEmpty() && held.element().due() <= steps) {
      Late late = held.remove();
      perform(late.kind(), late.slot(), late.low(), late.high());
    }
  }

  /** After a reset nothing is written any more. */
  void reset() {
    held.clear();
  }
}
