//JAVA 25+
//DESCRIPTION Eight miniports, one of them right: what NDIS says to the others.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.InterruptHandlers;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.MiniportDriver;
import org.ringbook.adapters.windows.NdisStatus;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.OidRequest;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.adapters.windows.SpinLock;
import org.ringbook.dataplane.interrupt.InterruptSource;

enum Fault {
  NONE,
  NO_ATTRIBUTES,
  INTERRUPT_LEFT_AFTER_FAILURE,
  KEEPS_LISTS_WHILE_PAUSED,
  COMPLETES_UNDER_THE_LOCK,
  COMPLETES_TWICE,
  PAUSES_WITH_LISTS_OPEN,
  PAUSE_FAILS
}

void main() {
  for (Fault fault : Fault.values()) {
    run(fault);
  }
}

// tag::run[]
/** Initialize, a send that comes too early, restart, a send, pause, halt. */
void run(Fault fault) {
  Machine machine = Machine.of(1 << 20);
  Skeleton miniport = new Skeleton(fault);
  Stack stack = new Stack();
  var adapter = new MiniportAdapter(machine.iommu(), stack, stack);
  var ndis = new AdapterControl(adapter, miniport);
  var pool = new NetBufferListPool(adapter.processor());
  try {
    if (ndis.initialize() == NdisStatus.SUCCESS) {
      ndis.send(list(machine, pool));
      ndis.restart();
      ndis.send(list(machine, pool));
      ndis.pause();
      miniport.deviceIsDone();
      ndis.halt();
    }
    IO.println(fault + ": " + stack.ends);
  } catch (RuleBroken e) {
    IO.println(fault + ": " + stack.ends);
    IO.println("    " + e.rule());
    IO.println("      " + e.source());
  }
}
// end::run[]

NetBufferList list(Machine machine, NetBufferListPool pool) {
  Mdl mdl = new Mdl(machine.memory().allocate(64, 8));
  return pool.allocate(new NetBuffer(mdl, 0, 64));
}

// tag::skeleton[]
static class Skeleton implements MiniportDriver {
  private final Fault fault;
  private final Queue<NetBufferList> inFlight = new ArrayDeque<>();
  private MiniportAdapter adapter;
  private SpinLock lock;
  private boolean running;
  private boolean pausing;

  Skeleton(Fault fault) {
    this.fault = fault;
  }

  @Override
  public NdisStatus initialize(MiniportAdapter ndis) {
    adapter = ndis;
    lock = new SpinLock(ndis.processor());
    if (fault != Fault.NO_ATTRIBUTES) {
      ndis.ndisMSetMiniportAttributes();
    }
    ndis.interrupts().register(new Handlers());
    boolean fails = fault == Fault.INTERRUPT_LEFT_AFTER_FAILURE;
    return fails ? NdisStatus.FAILURE : NdisStatus.SUCCESS;
  }

  @Override
  public void sendNetBufferLists(NetBufferList chain) {
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      at.next(null);
      if (running || fault == Fault.KEEPS_LISTS_WHILE_PAUSED) {
        inFlight.add(at);
      } else {
        at.status(NdisStatus.PAUSED);
        adapter.ndisMSendNetBufferListsComplete(at);
      }
    }
  }

  /** What the DPC does when the device has sent. */
  void deviceIsDone() {
    while (!inFlight.isEmpty()) {
      NetBufferList list = inFlight.remove();
      complete(list);
      if (fault == Fault.COMPLETES_TWICE) {
        complete(list);
      }
    }
    if (pausing) {
      pausing = false;
      adapter.ndisMPauseComplete();
    }
  }

  private void complete(NetBufferList list) {
    Runnable up = () -> adapter.ndisMSendNetBufferListsComplete(list);
    if (fault == Fault.COMPLETES_UNDER_THE_LOCK) {
      lock.acquire();
      up.run();
      lock.release();
    } else {
      up.run();
    }
  }

  @Override
  public NdisStatus pause() {
    running = false;
    if (fault == Fault.PAUSE_FAILS) {
      return NdisStatus.FAILURE;
    }
    pausing = !inFlight.isEmpty() && fault != Fault.PAUSES_WITH_LISTS_OPEN;
    return pausing ? NdisStatus.PENDING : NdisStatus.SUCCESS;
  }
  // end::skeleton[]

  @Override
  public NdisStatus restart() {
    running = true;
    return NdisStatus.SUCCESS;
  }

  @Override
  public void halt() {
    adapter.interrupts().deregister();
  }

  @Override
  public void returnNetBufferLists(NetBufferList chain) {}

  @Override
  public NdisStatus oidRequest(OidRequest request) {
    return NdisStatus.NOT_SUPPORTED;
  }

  @Override
  public NdisStatus reset() {
    return NdisStatus.SUCCESS;
  }
}

/** No interrupt comes; the device is done when main says so. */
static class Handlers implements InterruptHandlers {
  @Override
  public boolean interrupt(int message) {
    return false;
  }

  @Override
  public void dpc(int message) {}
}

/** The protocol above, and a slot without a card. */
static class Stack implements Protocol, InterruptSource {
  final List<NdisStatus> ends = new ArrayList<>();

  @Override
  public void sendComplete(NetBufferList list) {
    ends.add(list.status());
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {}

  @Override
  public void linkState(boolean up) {}

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean take(int vector) {
    return false;
  }
}
