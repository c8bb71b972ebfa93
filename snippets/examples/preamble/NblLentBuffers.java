//JAVA 25+
//DESCRIPTION Keeps received lists: the miniport lends no more, and a pause waits.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.Oid;
import org.ringbook.adapters.windows.OidRequest;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.adapters.windows.RingMiniport;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final int RING = 16; // the miniport makes two buffers for each descriptor

final Machine machine = Machine.of(16 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
final Keeper keeper = new Keeper();
final MiniportAdapter adapter = new MiniportAdapter(machine.iommu(), nic, keeper);
final RingMiniport miniport = new RingMiniport(card, PortSettings.plain(RING));
final AdapterControl ndis = new AdapterControl(adapter, miniport);

void main() {
  ndis.initialize();
  ndis.restart();
  Oid filter = Oid.OID_GEN_CURRENT_PACKET_FILTER;
  ndis.request(OidRequest.set(filter, "PacketFilter", 1));
  IO.println("# plot: lists\nframes lent copied");
  for (int frames = 4; frames <= 32; frames += 4) {
    arrive(4);
    IO.println("%d %d %d".formatted(frames, keeper.kept.size(), keeper.copied));
  }
  IO.println();
  pause();
}

// tag::pause[]
void arrive(int frames) {
  for (int i = 0; i < frames; i++) {
    wire.right().send(new byte[60]);
    nic.process();
    ndis.deliver();
  }
}

/** Returns what was kept, one by one, to a miniport that shall pause. */
void pause() {
  ndis.pause();
  IO.println("asked to pause, %d lent: %s".formatted(keeper.kept.size(), state()));
  while (!keeper.kept.isEmpty()) {
    ndis.giveBack(keeper.kept.remove());
    int left = keeper.kept.size();
    if (left < 3) {
      IO.println("%d left: %s".formatted(left, state()));
    }
  }
}

// end::pause[]

String state() {
  return adapter.state().name();
}

/** A protocol that keeps whatever it may. */
static final class Keeper implements Protocol {
  private final Deque<NetBufferList> kept = new ArrayDeque<>();
  private int copied;

  @Override
  public void sendComplete(NetBufferList list) {}

  @Override
  public void receive(NetBufferList list, boolean keep) {
    if (keep) {
      kept.add(list);
    } else {
      copied++;
    }
  }

  @Override
  public void linkState(boolean up) {}
}
