//JAVA 25+
//DESCRIPTION Makes eight mistakes of a first Windows adapter, each stopped.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.InterruptHandlers;
import org.ringbook.adapters.windows.Irql;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.MiniportDriver;
import org.ringbook.adapters.windows.NdisStatus;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Oid;
import org.ringbook.adapters.windows.OidRequest;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.adapters.windows.ScatterGatherDma;
import org.ringbook.adapters.windows.SpinLock;
import org.ringbook.dataplane.interrupt.InterruptSource;

// tag::faults[]
void main() {
  fault("maps at the sender's level", nt -> nt.map(nt.sent()));
  fault("maps with its lock held", nt -> nt.locked(() -> nt.map(nt.sent())));
  fault("completes a frame too early", nt -> nt.mapAndComplete(nt.sent()));
  fault("frees a list that was sent", nt -> nt.pool.free(nt.sent()));
  fault("indicates with its lock held", nt -> nt.locked(() -> nt.up(nt.list())));
  fault("indicates a list again", nt -> nt.up(nt.up(nt.list())));
  fault("indicates while paused", nt -> nt.paused().up(nt.list()));
  fault("takes its lock in the ISR", nt -> nt.interrupt(nt.lock::acquire));
}

// end::faults[]

void fault(String what, Consumer<Nt> driver) {
  try {
    driver.accept(new Nt());
    IO.println(what + ": not noticed");
  } catch (RuleBroken e) {
    IO.println("%s%n  %s%n  %s".formatted(what, e.rule(), e.source()));
  }
}

/** NDIS with a running adapter, and a driver's usual things in it. */
static final class Nt implements Protocol, InterruptSource {
  private final Machine machine = Machine.of(1 << 20);
  private final MiniportAdapter adapter =
      new MiniportAdapter(machine.iommu(), this, this);
  private final AdapterControl ndis = new AdapterControl(adapter, idle());
  private final NetBufferListPool pool = new NetBufferListPool(adapter.processor());
  private final SpinLock lock = new SpinLock(adapter.processor());
  private final ScatterGatherDma dma =
      new ScatterGatherDma(adapter.processor(), machine.iommu(), map -> {});
  private boolean asserted;

  Nt() {
    ndis.initialize();
    ndis.restart();
    Oid filter = Oid.OID_GEN_CURRENT_PACKET_FILTER;
    ndis.request(OidRequest.set(filter, "PacketFilter", 1));
  }

  /** A miniport that does nothing but what NDIS insists on. */
  private static MiniportDriver idle() {
    return (MiniportDriver)
        Proxy.newProxyInstance(
            MiniportDriver.class.getClassLoader(),
            new Class<?>[] {MiniportDriver.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("initialize")) {
                ((MiniportAdapter) arguments[0]).ndisMSetMiniportAttributes();
              }
              boolean answers = method.getReturnType() == NdisStatus.class;
              return answers ? NdisStatus.SUCCESS : null;
            });
  }

  NetBufferList list() {
    var memory = machine.memory().allocate(100, 8);
    return pool.allocate(new NetBuffer(new Mdl(memory), 0, 100));
  }

  NetBufferList sent() {
    NetBufferList list = list();
    ndis.send(list);
    return list;
  }

  void map(NetBufferList list) {
    if (dma.allocate(list.first()) != NdisStatus.SUCCESS) {
      throw new IllegalStateException("not mapped");
    }
  }

  void mapAndComplete(NetBufferList list) {
    Irql before = adapter.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
    map(list);
    adapter.ndisMSendNetBufferListsComplete(list);
    adapter.processor().keLowerIrql(before);
  }

  void locked(Runnable code) {
    lock.acquire();
    code.run();
    lock.release();
  }

  NetBufferList up(NetBufferList list) {
    adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0);
    return list;
  }

  Nt paused() {
    ndis.pause();
    return this;
  }

  void interrupt(Runnable isr) {
    adapter.interrupts().register(handlers(isr));
    asserted = true;
    ndis.deliver();
  }

  private static InterruptHandlers handlers(Runnable isr) {
    return new InterruptHandlers() {
      @Override
      public boolean interrupt(int message) {
        isr.run();
        return true;
      }

      @Override
      public void dpc(int message) {}
    };
  }

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean take(int vector) {
    boolean now = asserted;
    asserted = false;
    return now;
  }

  @Override
  public void sendComplete(NetBufferList list) {}

  @Override
  public void receive(NetBufferList list, boolean keep) {}

  @Override
  public void linkState(boolean up) {}
}
