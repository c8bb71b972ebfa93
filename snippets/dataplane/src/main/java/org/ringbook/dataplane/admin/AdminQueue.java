package org.ringbook.dataplane.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.ringbook.dataplane.admin.AdminReply.Status;
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

  private record Waiting(Completion completion, long deadline) {}

  private final AdminRing send;
  private final AdminRing receive;
  private final LongSupplier clock;
  private final long timeout;
  private final Completion events;
  private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
  private final long[] cookies;
  private long lastCookie;
  private long late;
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
    this.clock = clock;
    this.timeout = timeout;
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
      post(slot);
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
    long cookie = ++lastCookie;
    write(next, command, cookie);
    cookies[next] = cookie;
    waiting.put(cookie, new Waiting(completion, clock.getAsLong() + timeout));
    next = send.after(next);
    send.tail(next);
    return cookie;
  }

  // end::submit[]

  private void write(int slot, AdminCommand command, long cookie) {
    var slots = send.slots();
    long at = AdminRing.at(slot);
    int bytes = command.bufferBytes();
    AdminDescriptor.parameter(slots, at, 0, command.parameter0());
    AdminDescriptor.parameter(slots, at, 1, command.parameter1());
    AdminDescriptor.parameter(slots, at, 2, command.parameter2());
    AdminDescriptor.parameter(slots, at, 3, command.parameter3());
    if (bytes > 0) {
      send.putAddress(slot);
      send.buffer(slot)
          .fill((byte) 0)
          .asSlice(0, command.data().byteSize())
          .copyFrom(command.data());
    }
    AdminDescriptor.write(slots, at, command.flags(), command.opcode(), bytes, cookie);
  }

  // tag::poll[]
  /**
   * Takes answers and events, then gives up commands whose time is over.
   *
   * @return commands that ended
   */
  public int poll() {
    return pollAnswers() + pollEvents() + expire();
  }

  private int pollAnswers() {
    int ended = 0;
    while (oldest != next && isAnswered(oldest)) {
      AdminReply reply = send.reply(oldest);
      int flags = send.flags(oldest);
      long cookie = cookies[oldest];
      oldest = send.after(oldest);
      if ((flags & (AdminDescriptor.CMP | AdminDescriptor.ERR)) != 0) {
        ended += complete(cookie, reply);
      }
    }
    return ended;
  }

  /** Another cookie: a write-back from before a reset; the slot is not ours yet. */
  private boolean isAnswered(int slot) {
    boolean done = (send.flags(slot) & AdminDescriptor.DD) != 0;
    return done && send.cookie(slot) == cookies[slot];
  }

  // end::poll[]

  private int pollEvents() {
    int ended = 0;
    while ((receive.flags(nextEvent) & AdminDescriptor.DD) != 0) {
      AdminReply reply = receive.reply(nextEvent);
      long cookie = receive.cookie(nextEvent);
      post(nextEvent);
      receive.tail(nextEvent);
      nextEvent = receive.after(nextEvent);
      if (cookie == 0) {
        events.completed(reply);
      } else {
        ended += complete(cookie, reply);
      }
    }
    return ended;
  }

  private void post(int slot) {
    int flags = AdminDescriptor.BUF | AdminDescriptor.LB;
    receive.putAddress(slot);
    AdminDescriptor.write(
        receive.slots(), AdminRing.at(slot), flags, 0, AdminDescriptor.MAX_BUFFER, 0);
  }

  private int complete(long cookie, AdminReply reply) {
    Waiting command = waiting.remove(cookie);
    if (command == null) {
      late++;
      return 0;
    }
    command.completion.completed(reply);
    return 1;
  }

  private int expire() {
    int ended = 0;
    long now = clock.getAsLong();
    while (!waiting.isEmpty()) {
      var eldest = waiting.entrySet().iterator().next();
      if (now - eldest.getValue().deadline < 0) {
        break;
      }
      ended += complete(eldest.getKey(), AdminReply.without(Status.TIMED_OUT));
    }
    return ended;
  }

  /** Commands that were neither answered nor given up. */
  public int waiting() {
    return waiting.size();
  }

  /** Answers that came after their command was given up. */
  public long late() {
    return late;
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
    List<Waiting> cancelled = new ArrayList<>(waiting.values());
    waiting.clear();
    try {
      start();
    } finally {
      cancel(cancelled);
    }
  }

  private static void cancel(List<Waiting> commands) {
    commands.forEach(c -> c.completion.completed(AdminReply.without(Status.CANCELLED)));
  }

  /** Stops both queues, gives their memory back, and cancels what was waiting. */
  @Override
  public void close() {
    List<Waiting> cancelled = new ArrayList<>(waiting.values());
    waiting.clear();
    send.disable();
    receive.disable();
    send.release();
    receive.release();
    cancel(cancelled);
  }
}
