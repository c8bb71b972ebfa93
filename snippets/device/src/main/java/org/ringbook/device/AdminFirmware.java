package org.ringbook.device;

import static org.ringbook.dataplane.admin.AdminRegisters.*;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.BUF;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.CMP;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.DD;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.ERR;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.RD;
import static org.ringbook.dataplane.descriptor.AdminDescriptor.SI;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.dma.IllegalDmaAccess;
import org.ringbook.dataplane.port.RegisterAccess;

/**
 * The other end of {@link org.ringbook.dataplane.admin.AdminQueue}: firmware that
 * fetches commands from the send queue, in order, and answers in their slots.
 * Opcodes that {@link #defer} names are only accepted there; their answers wait for
 * {@link #finish} and go to the receive queue. Which opcodes there are is up to the
 * test or example, by {@link #handle}.
 *
 * <p>It moves when it is stepped: firmware that hangs is firmware that nobody steps.
 * A bad address stops the send queue with a critical error, as the XL710 does.
 */
public final class AdminFirmware implements RegisterAccess {

  /** Executes a command of one opcode. */
  @FunctionalInterface
  public interface Handler {
    /** Does what the call says; {@link AdminError#OK} unless it refuses. */
    AdminError execute(AdminCall call);
  }

  private final Map<Integer, Integer> registers = new HashMap<>();
  private final Map<Integer, Handler> handlers = new HashMap<>();
  private final Set<Integer> deferred = new HashSet<>();
  private final Queue<AdminCall> accepted = new ArrayDeque<>();
  private final DmaBus bus;
  private Runnable vector = () -> {};

  /** Firmware that knows no opcode yet, on a bus. */
  public AdminFirmware(DmaBus bus) {
    this.bus = bus;
  }

  /**
   * Connects the interrupt of both queues: raised after each event, and after each
   * answer unless the command's flags have {@code SI}.
   */
  public void interrupt(Runnable raise) {
    vector = raise;
  }

  /** Says what to do for an opcode. */
  public void handle(int opcode, Handler handler) {
    handlers.put(opcode, handler);
  }

  /** Says what to do for an opcode that takes longer. */
  public void defer(int opcode, Handler handler) {
    handle(opcode, handler);
    deferred.add(opcode);
  }

  @Override
  public int read32(int offset) {
    return registers.getOrDefault(offset, 0);
  }

  @Override
  public void write32(int offset, int value) {
    registers.put(offset, value);
    if (offset == SEND + LEN && (value & LEN_ENABLE) == 0) {
      accepted.clear();
    }
  }

  /**
   * Executes commands.
   *
   * @param most how many, at least 0
   * @return how many there were
   */
  public int step(int most) {
    int done = 0;
    while (done < most && runs(SEND) && read32(SEND + HEAD) != read32(SEND + TAIL)) {
      AdminCall call;
      try {
        call = AdminCall.fetch(bus, slot(SEND));
        execute(call);
      } catch (IllegalDmaAccess e) {
        write32(SEND + LEN, read32(SEND + LEN) | LEN_CRITICAL);
        return done;
      }
      advance(SEND);
      done++;
      if ((call.flags() & SI) == 0) {
        vector.run();
      }
    }
    return done;
  }

  private void execute(AdminCall call) {
    if (deferred.contains(call.opcode())) {
      accepted.add(call);
      call.writeBack(DD, AdminError.OK);
    } else {
      AdminError error = run(call);
      call.writeBack(ended(error), error);
    }
  }

  private static int ended(AdminError error) {
    return error == AdminError.OK ? DD | CMP : DD | CMP | ERR;
  }

  private AdminError run(AdminCall call) {
    Handler handler = handlers.get(call.opcode());
    return handler == null ? AdminError.ESRCH : handler.execute(call);
  }

  /**
   * Executes the command that was deferred first, and sends its answer.
   *
   * @return false if there is none, or no slot of the receive queue is free
   */
  public boolean finish() {
    if (accepted.isEmpty() || !canSend()) {
      return false;
    }
    AdminCall call = accepted.remove();
    AdminError error = run(call);
    send(call, (call.flags() & RD) | ended(error), error);
    return true;
  }

  /** Moves the command that was deferred first behind the others. */
  public void postpone() {
    if (!accepted.isEmpty()) {
      accepted.add(accepted.remove());
    }
  }

  /**
   * Reports something that nobody asked for, such as a link that went.
   *
   * @return false if no slot of the receive queue is free: the event is lost
   */
  public boolean event(int opcode, int parameter0, byte... data) {
    if (!canSend()) {
      return false;
    }
    AdminCall event = AdminCall.event(opcode, data);
    event.parameter(0, parameter0);
    send(event, DD, AdminError.OK);
    return true;
  }

  private void send(AdminCall answer, int flags, AdminError error) {
    AdminCall slot = AdminCall.fetch(bus, slot(RECEIVE));
    slot.answer(answer, flags | BUF, error);
    advance(RECEIVE);
    vector.run();
  }

  private boolean canSend() {
    return runs(RECEIVE) && read32(RECEIVE + HEAD) != read32(RECEIVE + TAIL);
  }

  private boolean runs(int queue) {
    int length = read32(queue + LEN);
    return (length & LEN_ENABLE) != 0 && (length & LEN_ERRORS) == 0;
  }

  private long slot(int queue) {
    long high = (long) read32(queue + BAH) << 32;
    long base = high | Integer.toUnsignedLong(read32(queue + BAL));
    return base + read32(queue + HEAD) * 32L;
  }

  private void advance(int queue) {
    int size = read32(queue + LEN) & LEN_MASK;
    write32(queue + HEAD, (read32(queue + HEAD) + 1) % size);
  }
}
