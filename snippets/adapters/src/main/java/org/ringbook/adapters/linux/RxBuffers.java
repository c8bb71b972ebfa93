package org.ringbook.adapters.linux;

import static org.ringbook.dataplane.dma.Direction.FROM_DEVICE;

import java.util.ArrayDeque;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * Receive buffers of one queue: a page each, with headroom in front and room for
 * {@code skb_shared_info} behind, so that an skb can be built around it without a
 * copy. The device is given the middle only.
 */
final class RxBuffers implements PacketSource {
  /** What the device may write; both families have this size. */
  static final int SIZE = 2048;

  /** Where it starts in the page. */
  static final int HEADROOM = SkBuffs.NET_SKB_PAD;

  private final LinuxKernel kernel;
  private final PacketShells shells;
  private final ArrayDeque<RxBuffer> again = new ArrayDeque<>();
  private long failed;

  /** A page and where the device finds its middle; ties both to a packet. */
  record RxBuffer(Page page, long dma) {}

  RxBuffers(LinuxKernel kernel, int shells) {
    this.kernel = kernel;
    this.shells = new PacketShells(shells);
  }

  @Override
  public int bufferSize() {
    return SIZE;
  }

  @Override
  public Packet take() {
    RxBuffer buffer = again.isEmpty() ? fresh() : again.remove();
    if (buffer == null) {
      failed++;
      return Packet.NONE;
    }
    var middle = buffer.page().memory().asSlice(HEADROOM, SIZE);
    Packet packet = shells.wrap(middle, buffer.dma());
    if (packet == Packet.NONE) {
      again.add(buffer);
      return packet;
    }
    packet.attach(buffer);
    return packet;
  }

  private RxBuffer fresh() {
    Page page = kernel.skbs().devAllocPage();
    if (page == null) {
      return null;
    }
    long dma = kernel.dma().dmaMapPage(page, HEADROOM, SIZE, FROM_DEVICE);
    if (kernel.dma().dmaMappingError(dma)) {
      kernel.skbs().freePage(page);
      return null;
    }
    return new RxBuffer(page, dma);
  }

  /** Takes a packet's page for an skb: unmapped, so the CPU may read it. */
  Page claim(Packet packet) {
    RxBuffer buffer = (RxBuffer) packet.attachment();
    packet.giveBack();
    kernel.dma().dmaUnmapPage(buffer.dma(), SIZE, FROM_DEVICE);
    return buffer.page();
  }

  /** Keeps a page, mapped as it is, for the next {@link #take}. */
  void reuse(Packet packet) {
    RxBuffer buffer = (RxBuffer) packet.attachment();
    packet.giveBack();
    again.add(buffer);
  }

  @Override
  public void giveBack(Packet packet) {
    kernel.skbs().freePage(claim(packet));
  }

  /** Frees what waits to be used again. */
  void drain() {
    while (!again.isEmpty()) {
      RxBuffer buffer = again.remove();
      kernel.dma().dmaUnmapPage(buffer.dma(), SIZE, FROM_DEVICE);
      kernel.skbs().freePage(buffer.page());
    }
  }

  /** Packets that are in use. */
  int outstanding() {
    return shells.outstanding();
  }

  /** How often there was no buffer: {@code alloc_rx_buff_failed}. */
  long failed() {
    return failed;
  }
}
