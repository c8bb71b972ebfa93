package org.ringbook.dataplane.admin;

import java.util.function.LongSupplier;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.port.RegisterAccess;

/**
 * Talks with a device's firmware: what has no register (filters, link, queues of a
 * large NIC) is a command in a ring, and its answer comes back in the same slot,
 * later. The rings are those of the XL710 (datasheet, admin queue; Linux {@code
 * i40e_adminq.c}); those of ice(4), ENA and mlx5 differ in layout, not in kind.
 *
 * <p>An answer is matched by cookie, never by place or order:
 *
 * <ul> <li>DD with CMP or ERR: answered. DD alone: accepted, and the answer follows
 * in the
 *       receive queue, in any order, as events without a cookie do.
 *   <li>A command whose time is over is given up, but its slot stays the firmware's:
 * until DD it may yet be written, and with it all slots behind. So a queue with
 *       dead firmware fills up, and {@link #reset} is the way out.
 *   <li>An answer that comes later is counted and thrown away. As no cookie is used
 * twice, not even after a reset, it cannot pass for the answer to another command.
 * </ul>
 *
 * <p>Nothing here waits: time comes from a clock that the caller supplies, and
 * passes when {@link #poll} is called. Completions run in {@code poll} and may
 * submit. Used by one thread at a time.
 */
public final class AdminQueue implements AutoCloseable {
  /** What {@link #submit} returns if every slot is in use. */
  public static final long FULL = 0;

  /** Hears how a command ended; exactly once. */
  @FunctionalInterface
  public interface Completion {
    /** Takes the answer. */
    void completed(AdminReply reply);
  }

  private final AdminRing send;
  private final AdminRing receive;
  private final WaitingList waiting;
  private final Completion events;
  private final long[] cookies;
  private int oldest;
  private int next;
  private int nextEvent;

  /**
   * Allocates both queues and starts them.
   *
   * @param registers of the device
   * @param memory for rings and buffers: 4128 bytes for each slot
   * @param size slots of each queue, 2 to 1023; one is always free
   * @param clock in nanoseconds, as {@link System#nanoTime}
   * @param timeout nanoseconds until a command is given up, at least 1
   * @param events hears what no command asked for
   * @throws IllegalStateException if the device does not answer
   */
  public AdminQueue(
      RegisterAccess registers,
      CoherentMemory memory,
      int size,
      LongSupplier clock,
      long timeout,
      Completion events) {
    if (size < 2 || size > AdminRegisters.LEN_MASK || timeout < 1) {
      throw new IllegalArgumentException(size + " slots, timeout " + timeout);
    }
    this.send = new AdminRing(registers, memory, AdminRegisters.SEND, size);
    this.receive = new AdminRing(registers, memory, AdminRegisters.RECEIVE, size);
    this.cookies = new long[size];
    this.waiting = new WaitingList(clock, timeout);
    this.events = events;
    start();
  }

  private void start() {
    send.disable();
    receive.disable();
    oldest = 0;
    next = 0;
    nextEvent = 0;
    if (!send.enable() || !receive.enable()) {
      throw new IllegalStateException("the device does not answer");
    }
    for (int slot = 0; slot < receive.size(); slot++) {
      receive.post(slot);
    }
    receive.tail(receive.size() - 1);
  }

  // tag::submit[]
  /**
   * Sends a command.
   *
   * @return its cookie, or {@link #FULL}
   */
  public long submit(AdminCommand command, Completion completion) {
    if (send.after(next) == oldest) {
      return FULL;
    }
    long cookie = waiting.add(completion);
    send.write(next, command, cookie);
    cookies[next] = cookie;
    next = send.after(next);
    send.tail(next);
    return cookie;
  }

  // end::submit[]

  /**
   * Takes answers and events, then gives up commands whose time is over.
   *
   * @return commands that ended
   */
  public int poll() {
    return pollAnswers() + pollEvents() + waiting.expire();
  }

  // tag::answers[]
  private int pollAnswers() {
    int ended = 0;
    while (oldest != next && isAnswered(oldest)) {
      AdminReply reply = send.reply(oldest);
      int flags = send.flags(oldest);
      long cookie = cookies[oldest];
      oldest = send.after(oldest);
      if ((flags & (AdminDescriptor.CMP | AdminDescriptor.ERR)) != 0) {
        ended += waiting.complete(cookie, reply);
      }
    }
    return ended;
  }

  /** Another cookie: a write-back from before a reset; the slot is not ours yet. */
  private boolean isAnswered(int slot) {
    boolean done = (send.flags(slot) & AdminDescriptor.DD) != 0;
    return done && send.cookie(slot) == cookies[slot];
  }

  // end::answers[]

  private int pollEvents() {
    int ended = 0;
    while ((receive.flags(nextEvent) & AdminDescriptor.DD) != 0) {
      AdminReply reply = receive.reply(nextEvent);
      long cookie = receive.cookie(nextEvent);
      receive.post(nextEvent);
      receive.tail(nextEvent);
      nextEvent = receive.after(nextEvent);
      if (cookie == 0) {
        events.completed(reply);
      } else {
        ended += waiting.complete(cookie, reply);
      }
    }
    return ended;
  }

  /** Commands that were neither answered nor given up. */
  public int waiting() {
    return waiting.size();
  }

  /** Answers that came after their command was given up. */
  public long late() {
    return waiting.late();
  }

  /** Whether the device reports that a queue stopped; only {@link #reset} helps. */
  public boolean hasFailed() {
    return send.hasErrors() || receive.hasErrors();
  }

  /**
   * Stops both queues, starts them empty, and cancels what was waiting.
   *
   * @throws IllegalStateException if the device does not answer
   */
  public void reset() {
    Runnable cancelled = waiting.cancelAll();
    try {
      start();
    } finally {
      cancelled.run();
    }
  }

  /** Stops both queues, gives their memory back, and cancels what was waiting. */
  @Override
  public void close() {
    Runnable cancelled = waiting.cancelAll();
    send.disable();
    receive.disable();
    send.release();
    receive.release();
    cancelled.run();
  }
}
