//JAVA 25+
//DESCRIPTION Follows a list of two frames down and a received frame up, in 12 steps.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.lang.reflect.Proxy;
import java.util.List;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.AdapterControl;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.MiniportAdapter;
import org.ringbook.adapters.windows.MiniportDriver;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Oid;
import org.ringbook.adapters.windows.OidRequest;
import org.ringbook.adapters.windows.Processor;
import org.ringbook.adapters.windows.Protocol;
import org.ringbook.adapters.windows.RingMiniport;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final Machine machine = Machine.of(16 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
final MiniportDriver driver = new RingMiniport(card, PortSettings.plain(64));
final Upper upper = new Upper();
final MiniportAdapter adapter = new MiniportAdapter(machine.iommu(), nic, upper);
final AdapterControl ndis = new AdapterControl(adapter, watched());
final Processor cpu = adapter.processor();
final NetBufferListPool pool = new NetBufferListPool(cpu);
NetBufferList sent;
NetBufferList received;
int told;

void main() {
  ndis.initialize();
  ndis.restart();
  Oid filter = Oid.OID_GEN_CURRENT_PACKET_FILTER;
  ndis.request(OidRequest.set(filter, "PacketFilter", 1));
  ndis.deliver(); // the link is up
  told = cpu.trace().size();
  send();
  IO.println();
  receive();
}

// tag::steps[]
void send() {
  sent = pool.allocate(frame(), frame());
  step(1, "the protocol makes a list of 2 frames", sent);
  ndis.send(sent); // steps 2 and 3: the miniport
  nic.process();
  step(4, "the device has sent both", sent);
  ndis.deliver(); // step 5: the DPC, and the protocol
  step(6, "the protocol has freed the list", sent);
}

void receive() {
  step(7, "a posted buffer has a list, which rests", null);
  wire.right().send(new byte[60]);
  nic.process();
  step(8, "the device has written a frame", null);
  ndis.deliver(); // step 9: the DPC, and the protocol
  step(10, "the DPC is over, the protocol goes on reading", received);
  ndis.giveBack(received); // steps 11 and 12: the miniport
}

// end::steps[]

NetBuffer frame() {
  return new NetBuffer(new Mdl(machine.memory().allocate(100, 8)), 0, 100);
}

// tag::upper[]
/** The protocol driver above. */
final class Upper implements Protocol {
  @Override
  public void sendComplete(NetBufferList list) {
    step(5, "it is back, " + list.status().ndisName(), list);
    pool.free(list);
  }

  @Override
  public void receive(NetBufferList list, boolean keep) {
    received = list;
    step(9, "a frame comes; it may be kept: " + keep, list);
  }

  @Override
  public void linkState(boolean up) {}
}

// end::upper[]

/** The miniport, with a look before and after each call. */
MiniportDriver watched() {
  return (MiniportDriver)
      Proxy.newProxyInstance(
          MiniportDriver.class.getClassLoader(),
          new Class<?>[] {MiniportDriver.class},
          (proxy, method, arguments) -> {
            boolean send = method.getName().equals("sendNetBufferLists");
            boolean back = method.getName().equals("returnNetBufferLists");
            if (send) {
              step(2, "the miniport is given the list", sent);
            } else if (back) {
              step(11, "the list comes home", received);
            }
            Object result = method.invoke(driver, arguments);
            if (send) {
              step(3, "each frame is mapped and in the ring", sent);
            } else if (back) {
              step(12, "its buffer is posted again", received);
            }
            return result;
          });
}

void step(int number, String what, NetBufferList list) {
  List<String> calls = cpu.trace().subList(told, cpu.trace().size());
  told = cpu.trace().size();
  calls.stream()
      .filter(call -> !call.contains("SpinLock") && !call.contains("Irql"))
      .forEach(call -> IO.println("      " + call));
  String holder = list == null ? "-" : list.holder().name();
  int mapped = machine.iommu().mapped();
  String row = "%4d  %-46s %-10s mapped %d";
  IO.println(row.formatted(number, what, holder, mapped));
}
