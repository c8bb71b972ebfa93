package org.ringbook.dataplane.offload;

import java.util.Arrays;

/**
 * The table between hash and queue (82599 datasheet 7.1.2.8.2: RETA, 128 entries):
 * the low bits of the hash choose an entry, the entry names the queue.
 *
 * <p>It exists so that load can be moved without touching the hash. Never take the
 * hash modulo the number of queues: that is right for 2, 4, 8 queues only by
 * accident of the default table, and agrees with no card otherwise. All flows of an
 * entry move together, and a packet on its way in the old queue may be overtaken; so
 * a change moves as few entries as it can. Written by the control path, read by the
 * data path.
 */
public final class IndirectionTable {
  /** Entries of the 82599's table; the hash's 7 low bits choose one. */
  public static final int ENTRIES = 128;

  private final byte[] queues;

  /**
   * A table of 128 entries, dealt out in turn.
   *
   * @param queues 1 to 128
   */
  public IndirectionTable(int queues) {
    this(ENTRIES, queues);
  }

  /**
   * A table of another size.
   *
   * @param entries a power of two: 128, or 512 with the X550
   * @param queues 1 to 128
   */
  public IndirectionTable(int entries, int queues) {
    if (Integer.bitCount(entries) != 1) {
      throw new IllegalArgumentException(entries + " entries, not a power of two");
    }
    this.queues = new byte[entries];
    requireQueue(queues - 1);
    for (int i = 0; i < entries; i++) {
      this.queues[i] = (byte) (i % queues);
    }
  }

  /** The queue of a hash. */
  public int queue(int hash) {
    return queues[hash & (queues.length - 1)];
  }

  /** The queue of an entry. */
  public int get(int entry) {
    return queues[entry];
  }

  /** Points an entry at a queue, 0 to 127. */
  public void set(int entry, int queue) {
    requireQueue(queue);
    queues[entry] = (byte) queue;
  }

  /** Number of entries. */
  public int size() {
    return queues.length;
  }

  /**
   * Spreads entries evenly over another number of queues; moves no more than needed.
   */
  public void resize(int count) {
    requireQueue(count - 1);
    int[] equal = new int[count];
    Arrays.fill(equal, 1);
    weigh(equal);
  }

  // tag::weigh[]
  /**
   * Gives each queue entries in proportion to its weight; moves no more than needed.
   *
   * @param weights one for each queue, 0 or more, not all 0; queue 0 first
   * @return entries that were moved
   */
  public int weigh(int... weights) {
    requireQueue(weights.length - 1);
    int[] missing = Shares.of(queues.length, weights);
    boolean[] surplus = new boolean[queues.length];
    for (int i = 0; i < queues.length; i++) {
      int queue = queues[i];
      boolean keeps = queue < missing.length && missing[queue] > 0;
      surplus[i] = !keeps;
      if (keeps) {
        missing[queue]--;
      }
    }
    return refill(surplus, missing);
  }

  // end::weigh[]

  private int refill(boolean[] surplus, int[] missing) {
    int moved = 0;
    int queue = 0;
    for (int i = 0; i < queues.length; i++) {
      if (surplus[i]) {
        while (missing[queue] == 0) {
          queue++;
        }
        missing[queue]--;
        queues[i] = (byte) queue;
        moved++;
      }
    }
    return moved;
  }

  /**
   * Moves the one entry that most narrows the gap between the busiest and the idlest
   * queue: one step a second or so, as each move may reorder packets.
   *
   * @param load of each entry since the last step, in packets or bytes
   * @param count queues that take part, from 0 on
   * @return the entry that was moved; -1 if no move helps
   */
  public int rebalance(long[] load, int count) {
    long[] total = totals(load, count);
    int busiest = 0;
    int idlest = 0;
    for (int queue = 1; queue < count; queue++) {
      busiest = total[queue] > total[busiest] ? queue : busiest;
      idlest = total[queue] < total[idlest] ? queue : idlest;
    }
    int entry = bestToMove(load, busiest, total[busiest] - total[idlest]);
    if (entry >= 0) {
      queues[entry] = (byte) idlest;
    }
    return entry;
  }

  private long[] totals(long[] load, int count) {
    long[] total = new long[count];
    for (int i = 0; i < queues.length; i++) {
      total[queues[i]] += load[i];
    }
    return total;
  }

  /** The entry of a queue whose load is closest to half the gap, and below it. */
  private int bestToMove(long[] load, int queue, long gap) {
    int best = -1;
    for (int i = 0; i < queues.length; i++) {
      boolean helps = queues[i] == queue && load[i] > 0 && load[i] < gap;
      if (helps && (best < 0 || miss(load[i], gap) < miss(load[best], gap))) {
        best = i;
      }
    }
    return best;
  }

  private static long miss(long load, long gap) {
    return Math.abs(2 * load - gap);
  }

  private static void requireQueue(int queue) {
    if (queue < 0 || queue > 127) {
      throw new IllegalArgumentException("queue " + queue + ", not in 0 to 127");
    }
  }
}
