package org.ringbook.dataplane.interrupt;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A processor's end of message-signalled interrupts: each vector's data is its
 * number, and a message that was not taken yet absorbs those that follow, as an edge
 * in the request register of a local APIC does.
 */
public final class MessageInbox implements MessageSink, InterruptSource {
  /** The address to program vectors with: where x86 has its interrupt messages. */
  public static final long ADDRESS = 0xfee0_0000L;

  private final AtomicIntegerArray requested;

  /** An inbox for messages with data 0 to {@code vectors - 1}. */
  public MessageInbox(int vectors) {
    requested = new AtomicIntegerArray(vectors);
  }

  /** Programs and unmasks all vectors of a table, and turns it on. */
  public void connect(MsixTable table) {
    for (int vector = 0; vector < table.vectors(); vector++) {
      table.program(vector, ADDRESS, vector);
      table.unmask(vector);
    }
    table.enable(true);
  }

  @Override
  public void write(long address, int data) {
    if (address != ADDRESS) {
      throw new IllegalArgumentException("message to 0x%x".formatted(address));
    }
    requested.set(data, 1);
  }

  @Override
  public int vectors() {
    return requested.length();
  }

  @Override
  public boolean take(int vector) {
    return requested.getAndSet(vector, 0) == 1;
  }
}
