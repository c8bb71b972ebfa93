package org.ringbook.adapters.rtos;

import java.util.function.Consumer;
import org.ringbook.adapters.host.Card;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing;

/**
 * The driver: one task that owns the device, and an interrupt that wakes it. All its
 * memory is there before the system runs, and nothing in it needs a lock.
 */
public final class EthernetDriver {
  /** Priority of the task: above all that use the network. */
  static final int PRIORITY = 3;

  private static final int BUDGET = 16;
  private static final int BUFFERS_EACH_DESCRIPTOR = 2;
  private static final int BUFFER_SIZE = 2048;
  private static final Object INTERRUPT = "interrupt";

  /** What another task asks of this one. */
  private record Order(Runnable what) {}

  private final Rtos rtos;
  private final Task task;
  private final StaticPool receivePool;
  private final RxSource source;
  private final TxFrames frames;
  private final Consumer<NetworkBuffer> stack;
  private final Port port;
  private final DriverStatistics statistics = new DriverStatistics();
  private NetworkBuffer unsent;

  /**
   * Sets the driver up, before the system runs.
   *
   * @param stack takes received frames over
   */
  public EthernetDriver(
      Rtos rtos,
      CoherentMemory memory,
      Card card,
      PortSettings settings,
      Consumer<NetworkBuffer> stack) {
    int size = settings.ringSize();
    this.rtos = rtos;
    this.stack = stack;
    this.task = new Task(rtos, "ethernet", PRIORITY, size, this::serve);
    int buffers = BUFFERS_EACH_DESCRIPTOR * size;
    this.receivePool = new StaticPool(rtos, memory, buffers, BUFFER_SIZE);
    this.source = new RxSource(receivePool, buffers);
    this.frames = new TxFrames(size);
    this.port = card.ports().open(card.registers(), memory, _ -> source, settings);
    for (int i = 0; i < port.vectors(); i++) {
      port.unmask(i);
    }
  }

  /** The interrupt: silences the device and wakes the task. */
  void interrupt(int vector) {
    port.mask(vector);
    task.notifyFromIsr(INTERRUPT);
  }

  /** The tick: a ring without buffers raises no interrupt that would refill it. */
  void tick() {
    if (port.rx(0).postedBuffers() == 0) {
      task.notifyFromIsr(INTERRUPT);
    }
  }

  private void serve(Object message) {
    rtos.requireTask(task);
    switch (message) {
      case NetworkBuffer frame -> send(frame);
      case Order order -> order.what().run();
      default -> serveDevice();
    }
  }

  /** One round: what was sent, what came, what waits. */
  private void serveDevice() {
    for (int i = 0; i < port.vectors(); i++) {
      port.causes(i);
    }
    int sent = port.tx(0).complete(BUDGET, this::sent);
    int received = port.rx(0).poll(BUDGET, this::received);
    retry();
    if (sent == BUDGET || received == BUDGET) {
      task.notifyLater(INTERRUPT);
    } else {
      for (int i = 0; i < port.vectors(); i++) {
        port.unmask(i);
      }
    }
  }

  /**
   * Hands a frame to the driver, from another task.
   *
   * @return false if the driver's queue is full; the frame is the caller's still
   */
  boolean output(NetworkBuffer frame) {
    return task.send(frame);
  }

  /** Frames go in the order they came: while one waits, so do those behind it. */
  private void send(NetworkBuffer frame) {
    Packet head = frames.wrap(frame);
    boolean taken = head != Packet.NONE && submit(head);
    if (!taken) {
      giveBack(head);
      unsent = frame;
    }
    task.hold(!taken);
  }

  private boolean submit(Packet head) {
    return port.tx(0).submit(head, false) == TxRing.Submit.ACCEPTED;
  }

  private void retry() {
    NetworkBuffer frame = unsent;
    while (frame != null) {
      unsent = null;
      send(frame);
      frame = unsent == null ? (NetworkBuffer) task.receive() : null;
    }
  }

  /** Whether the driver takes no frame now. */
  boolean isFull() {
    return task.isFull();
  }

  /** Sets the time between interrupts. */
  void moderate(int nanoseconds) {
    order(
        () -> {
          for (int i = 0; i < port.vectors(); i++) {
            port.moderate(i, nanoseconds);
          }
        });
  }

  /** Resets the device; frames with it are lost, frames before it are not. */
  void reset() {
    order(
        () -> {
          port.stop(this::aborted);
          port.start(port.settings());
          serveDevice();
        });
  }

  /** Stops the device and empties all queues. */
  void stop() {
    order(
        () -> {
          port.stop(this::aborted);
          NetworkBuffer frame = unsent;
          while (frame != null) {
            frame.release();
            frame = (NetworkBuffer) task.receive();
          }
          unsent = null;
          port.close();
        });
  }

  private void order(Runnable what) {
    if (!task.command(new Order(what))) {
      throw new IllegalStateException("an order waits already");
    }
  }

  Port port() {
    return port;
  }

  StaticPool receivePool() {
    return receivePool;
  }

  /** Packets of the core in use. */
  int packets() {
    return frames.outstanding() + source.outstanding();
  }

  DriverStatistics statistics() {
    return statistics;
  }

  private static void giveBack(Packet head) {
    if (head != Packet.NONE) {
      Chain.giveBack(head);
    }
  }

  private void sent(Packet head) {
    NetworkBuffer frame = (NetworkBuffer) head.attachment();
    statistics.sent(frame.frameLength());
    giveBack(head);
    frame.release();
  }

  private void aborted(Packet head) {
    NetworkBuffer frame = (NetworkBuffer) head.attachment();
    statistics.aborted();
    giveBack(head);
    frame.release();
  }

  private void received(Packet head) {
    boolean good = head.metadata().checksum() == Checksum.ALL_GOOD;
    NetworkBuffer frame = source.unwrap(head);
    frame.checksumGood(good);
    statistics.received(frame.frameLength());
    stack.accept(frame);
  }
}
