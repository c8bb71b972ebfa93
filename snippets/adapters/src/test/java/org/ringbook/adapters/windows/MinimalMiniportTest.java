package org.ringbook.adapters.windows;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.dma.Coherence;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

/** The minimal miniport moves frames, gives each list back once, and leaves nothing. */
class MinimalMiniportTest implements Protocol {
  private static final int RING = 16;

  private final HostMemory memory = new HostMemory(4 << 20);
  private final Iommu iommu = new Iommu(memory, Coherence.NON_COHERENT);
  private final Machine machine = new Machine(memory, iommu);
  private final Wire wire = new Wire();
  private final SimulatedNic nic = new SimulatedNic(iommu, wire.left());
  private final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  private final MiniportAdapter adapter = new MiniportAdapter(iommu, nic, this);
  private final AdapterControl ndis = new AdapterControl(adapter, new MinimalMiniport(card));
  private final NetBufferListPool pool = new NetBufferListPool(adapter.processor());
  private final List<NdisStatus> completed = new ArrayList<>();
  private final Deque<NetBufferList> received = new ArrayDeque<>();

  @BeforeEach
  void start() {
    assertEquals(NdisStatus.SUCCESS, ndis.initialize());
    assertEquals(NdisStatus.SUCCESS, ndis.restart());
    ndis.request(OidRequest.set(Oid.OID_GEN_CURRENT_PACKET_FILTER, "PacketFilter", 1));
    ndis.deliver();
  }

  @AfterEach
  void stopLeavesNothing() {
    ndis.pause();
    giveAllBack();
    assertEquals(AdapterState.PAUSED, adapter.state());
    ndis.halt(); // throws if memory or the interrupt is left
    assertEquals(0, pool.allocated(), "lists of the protocol");
    assertEquals(0, iommu.mapped(), "mappings");
    assertEquals(List.of(), iommu.faults(), "transfers that were refused");
  }

  @Override
  public void sendComplete(NetBufferList list) {
    completed.add(list.status());
    for (NetBuffer frame = list.first(); frame != null; frame = frame.next()) {
      for (Mdl mdl = frame.currentMdl(); mdl != null; mdl = mdl.next()) {
        machine.memory().free(mdl.memory());
      }
    }
    pool.free(list);
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {
    assertTrue(keep);
    received.add(list);
  }

  @Override
  public void linkState(boolean up) {}

  private void giveAllBack() {
    while (!received.isEmpty()) {
      ndis.giveBack(received.remove());
    }
  }

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (seed + i);
    }
    return bytes;
  }

  /** A frame that starts 16 bytes into its first MDL, as protocols leave room for headers. */
  private NetBuffer frame(byte[]... pieces) {
    Mdl first = null;
    Mdl last = null;
    int length = 0;
    for (byte[] piece : pieces) {
      int room = first == null ? 16 : 0;
      MemorySegment all = machine.memory().allocate(room + piece.length, 8);
      MemorySegment.copy(piece, 0, all, JAVA_BYTE, room, piece.length);
      Mdl mdl = new Mdl(all);
      if (last == null) {
        first = mdl;
      } else {
        last.next(mdl);
      }
      last = mdl;
      length += piece.length;
    }
    return new NetBuffer(first, 16, length);
  }

  private void settle() {
    nic.process();
    ndis.deliver();
  }

  @Test
  void aListIsCompletedWithItsLastFrame() {
    ndis.send(pool.allocate(frame(bytes(14, 1), bytes(486, 15)), frame(bytes(100, 2))));
    nic.step(2);
    ndis.deliver();
    assertEquals(List.of(), completed);
    settle();
    assertEquals(List.of(NdisStatus.SUCCESS), completed);
    assertArrayEquals(bytes(500, 1), wire.right().receive());
    assertArrayEquals(bytes(100, 2), wire.right().receive());
  }

  @Test
  void aShortFrameIsPadded() {
    ndis.send(pool.allocate(frame(bytes(42, 1))));
    settle();
    byte[] sent = wire.right().receive();
    assertEquals(60, sent.length);
    assertEquals(42, sent[41]);
    assertEquals(0, sent[42]);
  }

  @Test
  void whatTheRingHasNoRoomForIsRefused() {
    for (int i = 0; i < RING; i++) {
      ndis.send(pool.allocate(frame(bytes(100, i))));
    }
    assertEquals(List.of(NdisStatus.RESOURCES), completed);
    settle();
    assertEquals(RING, completed.size());
    assertEquals(RING - 1, wire.right().waiting());
  }

  @Test
  void oneFrameWithoutMappingFailsItsList() {
    iommu.failAfter(1, 1);
    ndis.send(pool.allocate(frame(bytes(100, 1)), frame(bytes(100, 2))));
    settle();
    assertEquals(List.of(NdisStatus.RESOURCES), completed);
    assertEquals(1, wire.right().waiting());
  }

  @Test
  void framesGoUpAndTheirListsComeBack() {
    for (int i = 0; i < 40; i++) {
      assertTrue(wire.right().send(bytes(100, i)));
      settle();
      assertArrayEquals(bytes(100, i), received.getLast().first().toByteArray());
      if (received.size() == 8) {
        giveAllBack();
      }
    }
  }

  @Test
  void whenAllIsLentFramesAreDroppedAndTheRingLives() {
    for (int i = 0; i < 40; i++) {
      assertTrue(wire.right().send(bytes(100, i)));
      settle();
    }
    assertTrue(received.size() < 40);
    giveAllBack();
    assertTrue(wire.right().send(bytes(100, 77)));
    settle();
    assertArrayEquals(bytes(100, 77), received.getLast().first().toByteArray());
  }

  @Test
  void aPauseWaitsForWhatIsLentAndAbortsWhatIsNotSent() {
    assertTrue(wire.right().send(bytes(100, 1)));
    settle();
    ndis.send(pool.allocate(frame(bytes(100, 1))));
    ndis.pause();
    assertEquals(List.of(NdisStatus.SEND_ABORTED), completed);
    assertEquals(AdapterState.PAUSING, adapter.state());
    giveAllBack();
    assertEquals(AdapterState.PAUSED, adapter.state());
    ndis.restart();
    ndis.send(pool.allocate(frame(bytes(100, 2))));
    settle();
    assertEquals(NdisStatus.SUCCESS, completed.getLast());
  }

  @Test
  void aResetAbortsAndGoesOn() {
    ndis.send(pool.allocate(frame(bytes(100, 1))));
    ndis.reset();
    assertEquals(List.of(NdisStatus.SEND_ABORTED), completed);
    ndis.send(pool.allocate(frame(bytes(100, 2))));
    settle();
    assertArrayEquals(bytes(100, 2), wire.right().receive());
  }
}
