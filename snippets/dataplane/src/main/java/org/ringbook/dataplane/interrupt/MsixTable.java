package org.ringbook.dataplane.interrupt;

/**
 * The MSI-X table and pending bit array of a device (PCI Local Bus 3.0, 6.8.2; PCI
 * Express Base 7.7.2). An entry has four words:
 *
 * <pre>
 *     31                                              2  1   0
 *    +------------------------------------------------+------+
 *  0 |                 message address                |  0   |
 *    +------------------------------------------------+------+
 *  4 |               message upper address                   |
 *    +-------------------------------------------------------+
 *  8 |                     message data                      |
 *    +---------------------------------------------------+---+
 * 12 |                     reserved                      | M |
 *    +---------------------------------------------------+---+
 * </pre>
 *
 * <p>While a vector is masked (M, or the function mask of all) the device sends
 * nothing but remembers one message in the vector's pending bit, however many there
 * would have been; it is sent when the mask goes. So masking loses no interrupt, and
 * counts none. After reset each vector is masked and MSI-X is off. Address and data
 * of a vector may change only while it is masked.
 */
public final class MsixTable {
  /** Most vectors of a function. */
  public static final int MAX_VECTORS = 2048;

  /** Bytes of an entry. */
  public static final int ENTRY_BYTES = 16;

  private static final int ENTRY_WORDS = 4;
  private static final int DATA = 2;
  private static final int CONTROL = 3;
  private static final int MASKED = 1;

  private final int[] words;
  private final boolean[] pending;
  private final MessageSink sink;
  private boolean enabled;
  private boolean functionMasked;

  /**
   * A table as it is after reset.
   *
   * @param vectors 1 to 2048
   * @param sink where messages go
   */
  public MsixTable(int vectors, MessageSink sink) {
    if (vectors < 1 || vectors > MAX_VECTORS) {
      throw new IllegalArgumentException(vectors + " vectors");
    }
    this.words = new int[vectors * ENTRY_WORDS];
    this.pending = new boolean[vectors];
    this.sink = sink;
    for (int vector = 0; vector < vectors; vector++) {
      words[vector * ENTRY_WORDS + CONTROL] = MASKED;
    }
  }

  /** Vectors of the table. */
  public int vectors() {
    return pending.length;
  }

  /** Turns MSI-X on or off (message control bit 15); off, nothing is sent. */
  public synchronized void enable(boolean on) {
    enabled = on;
    sendAllPending();
  }

  /** Masks all vectors, or leaves each to its own mask (message control bit 14). */
  public synchronized void maskFunction(boolean on) {
    functionMasked = on;
    sendAllPending();
  }

  /** Reads a word of the table; {@code offset} in bytes, a multiple of 4. */
  public synchronized int read32(int offset) {
    return words[word(offset)];
  }

  /**
   * Writes a word of the table, as the operating system does.
   *
   * @throws IllegalStateException if an unmasked vector's address or data would
   *     change
   */
  public synchronized void write32(int offset, int value) {
    int word = word(offset);
    int vector = word / ENTRY_WORDS;
    boolean control = word % ENTRY_WORDS == CONTROL;
    if (!control && !isMasked(vector)) {
      throw new IllegalStateException("vector " + vector + " is not masked");
    }
    words[word] = control ? value & MASKED : value;
    sendPending(vector);
  }

  /** Programs a masked vector: address a multiple of 4. */
  public void program(int vector, long address, int data) {
    if ((address & 3) != 0) {
      throw new IllegalArgumentException("message address is not a multiple of 4");
    }
    write32(vector * ENTRY_BYTES, (int) address);
    write32(vector * ENTRY_BYTES + 4, (int) (address >>> 32));
    write32(vector * ENTRY_BYTES + 4 * DATA, data);
  }

  /** Sets a vector's mask bit. */
  public void mask(int vector) {
    write32(vector * ENTRY_BYTES + 4 * CONTROL, MASKED);
  }

  /** Clears a vector's mask bit; a remembered message is sent. */
  public void unmask(int vector) {
    write32(vector * ENTRY_BYTES + 4 * CONTROL, 0);
  }

  /** Sends a vector's message, or remembers it: the device's part. */
  public synchronized void raise(int vector) {
    pending[vector] = true;
    sendPending(vector);
  }

  private void sendPending(int vector) {
    if (pending[vector] && enabled && !isMasked(vector)) {
      pending[vector] = false;
      sink.write(address(vector), words[vector * ENTRY_WORDS + DATA]);
    }
  }

  /** Forgets a remembered message: its reason was dealt with by polling. */
  public synchronized void withdraw(int vector) {
    pending[vector] = false;
  }

  /** A vector's bit in the pending bit array. */
  public synchronized boolean isPending(int vector) {
    return pending[vector];
  }

  /** Whether a vector sends nothing, by its own mask or the function's. */
  public synchronized boolean isMasked(int vector) {
    int control = words[vector * ENTRY_WORDS + CONTROL];
    return functionMasked || (control & MASKED) != 0;
  }

  private void sendAllPending() {
    for (int vector = 0; vector < pending.length; vector++) {
      sendPending(vector);
    }
  }

  private long address(int vector) {
    long low = Integer.toUnsignedLong(words[vector * ENTRY_WORDS]);
    return low | (long) words[vector * ENTRY_WORDS + 1] << 32;
  }

  private int word(int offset) {
    if (offset % Integer.BYTES != 0) {
      throw new IllegalArgumentException("offset is not a multiple of 4");
    }
    return offset / Integer.BYTES;
  }
}
