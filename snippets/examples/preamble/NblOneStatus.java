//JAVA 25+
//DESCRIPTION Fails one frame of a list of three: one status speaks for all of them.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.adapters.windows.RingMiniport;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final String ROW = "%-27s %9s %13s  %s";

void main() {
  IO.println(ROW.formatted("three frames, and", "on wire", "completions", "status"));
  run("nothing goes wrong", 3, 3);
  run("the second has no mapping", 1, 3);
  run("paused after the first", 3, 1);
}

// tag::run[]
/** Maps the first frames and fails one; the device sends some, then NDIS pauses. */
void run(String what, int mappable, int steps) {
  Machine machine = Machine.of(16 << 20);
  Wire wire = new Wire();
  var nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  var upper = new Upper();
  var adapter = new MiniportAdapter(machine.iommu(), nic, upper);
  var miniport = new RingMiniport(card, PortSettings.plain(64));
  var ndis = new AdapterControl(adapter, miniport);
  ndis.initialize();
  ndis.restart();
  var pool = new NetBufferListPool(adapter.processor());
  NetBufferList list = pool.allocate(frame(machine), frame(machine), frame(machine));
  machine.iommu().failAfter(mappable, mappable < 3 ? 1 : 0);
  ndis.send(list);
  nic.step(steps);
  ndis.deliver();
  ndis.pause();
  int waiting = wire.right().waiting();
  String status = list.status().ndisName();
  IO.println(ROW.formatted(what, waiting, upper.completions, status));
}

// end::run[]

NetBuffer frame(Machine machine) {
  return new NetBuffer(new Mdl(machine.memory().allocate(100, 8)), 0, 100);
}

/** Counts what comes back. */
static final class Upper implements Protocol {
  private int completions;

  @Override
  public void sendComplete(NetBufferList list) {
    completions++;
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {}

  @Override
  public void linkState(boolean up) {}
}
