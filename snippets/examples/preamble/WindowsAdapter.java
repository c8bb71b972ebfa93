//JAVA 25+
//DESCRIPTION Runs a minimal Windows miniport from initialize to halt: all its calls.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.MinimalMiniport;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Oid;
import org.ringbook.adapters.windows.OidRequest;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final Machine machine = Machine.of(4 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
final Upper upper = new Upper();
final MiniportAdapter adapter = new MiniportAdapter(machine.iommu(), nic, upper);
final AdapterControl ndis = new AdapterControl(adapter, new MinimalMiniport(card));
final NetBufferListPool pool = new NetBufferListPool(adapter.processor());
int told;

// tag::frames[]
void main() {
  ndis.initialize();
  show("initialize", "state " + adapter.state());
  ndis.restart();
  Oid filter = Oid.OID_GEN_CURRENT_PACKET_FILTER;
  ndis.request(OidRequest.set(filter, "PacketFilter", 1));
  ndis.deliver(); // the link came up
  show("restart", "state " + adapter.state());
  ndis.send(pool.allocate(frame(500), frame(100)));
  nic.process();
  show("send", "frames on the wire: " + wire.right().waiting());
  ndis.deliver();
  show("it was sent", "lists back: " + upper.completed);
  wire.right().send(new byte[60]);
  nic.process();
  ndis.deliver();
  int bytes = upper.received.first().dataLength();
  show("receive", "the protocol has a list of %d bytes".formatted(bytes));
  ndis.pause();
  show("pause", "state " + adapter.state());
  ndis.giveBack(upper.received);
  show("the list returns", "state " + adapter.state());
  ndis.halt();
  int left = machine.iommu().mapped() + adapter.sharedMemory().allocated();
  show("halt", "mappings and shared memory left: " + left);
}

// end::frames[]

NetBuffer frame(int bytes) {
  return new NetBuffer(new Mdl(machine.memory().allocate(bytes, 8)), 0, bytes);
}

/** The protocol above: keeps what it receives. */
final class Upper implements Protocol {
  private NetBufferList received;
  private int completed;

  @Override
  public void sendComplete(NetBufferList list) {
    completed++;
    pool.free(list);
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {
    received = list;
  }

  @Override
  public void linkState(boolean up) {}
}

void show(String event, String result) {
  List<String> calls = adapter.processor().trace();
  Map<String, Integer> times = new LinkedHashMap<>();
  calls.stream().skip(told).forEach(call -> times.merge(call, 1, Integer::sum));
  told = calls.size();
  IO.println("%s; %s".formatted(event, result));
  StringBuilder line = new StringBuilder(" ");
  for (var entry : times.entrySet()) {
    int n = entry.getValue();
    String word = n == 1 ? entry.getKey() : entry.getKey() + " x" + n;
    if (line.length() + word.length() > 76) {
      IO.println(line);
      line = new StringBuilder(" ");
    }
    line.append(' ').append(word);
  }
  IO.println(line);
}
