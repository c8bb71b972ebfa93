package org.ringbook.adapters.windows;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.interrupt.InterruptSource;

/** An adapter without a card, and a protocol that notes what it gets. */
final class NdisFixture implements Protocol, InterruptSource {
  final Machine machine = Machine.of(1 << 20);
  final MiniportAdapter adapter = new MiniportAdapter(machine.iommu(), this, this);
  final Processor processor = adapter.processor();
  final NetBufferListPool pool = new NetBufferListPool(processor);
  final List<NetBufferList> completed = new ArrayList<>();
  final List<NetBufferList> received = new ArrayList<>();
  AdapterControl control;
  int asserted;

  NdisFixture(MiniportDriver driver) {
    control = new AdapterControl(adapter, driver);
  }

  static NdisFixture running(MiniportDriver driver) {
    NdisFixture fixture = new NdisFixture(driver);
    fixture.control.initialize();
    fixture.control.restart();
    fixture.control.request(
        OidRequest.set(Oid.OID_GEN_CURRENT_PACKET_FILTER, "PacketFilter", 1));
    return fixture;
  }

  /** A frame of 100 bytes in memory of its own. */
  NetBuffer frame() {
    return new NetBuffer(new Mdl(machine.memory().allocate(100, 8)), 0, 100);
  }

  NetBufferList list() {
    return pool.allocate(frame());
  }

  /** Expects a rule to be broken whose text has this in it. */
  static void breaks(String part, Executable code) {
    RuleBroken broken = assertThrows(RuleBroken.class, code);
    assertTrue(broken.getMessage().contains(part), broken::getMessage);
    assertTrue(broken.source().startsWith("WDK"), broken::source);
  }

  @Override
  public void sendComplete(NetBufferList list) {
    completed.add(list);
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {
    received.add(list);
  }

  @Override
  public void linkState(boolean up) {}

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean take(int vector) {
    return asserted-- > 0;
  }
}
