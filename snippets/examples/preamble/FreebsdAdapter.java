//JAVA 25+
//DESCRIPTION Attaches a minimal FreeBSD driver, sends, receives: all its calls.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Stack;
import org.ringbook.adapters.freebsd.minimal.MinimalDriver;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

final Machine machine = Machine.of(4 << 20);
final Wire wire = new Wire();
final SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
final Card card = new Card("82540EM", nic, nic, EthernetPort::open);
final Kernel kernel = new Kernel(machine);
final Mbufs mbufs = new Mbufs(kernel);
int told;

// tag::frames[]
void main() {
  var driver = new MinimalDriver(kernel, mbufs, card);
  driver.attach();
  show("attach", "clusters with the device: " + mbufs.outstanding());
  Outgoing frame = Outgoing.scattered(new byte[14], new byte[486]);
  int error = driver.ifp().transmit(new Stack(mbufs).packet(frame));
  nic.process();
  show("send", "error " + error + ", frames on the wire: " + wire.right().waiting());
  driver.run();
  show("it was sent", "mbufs in use: " + mbufs.outstanding());
  wire.right().send(new byte[60]);
  nic.process();
  driver.run();
  var input = driver.ifp().takeInput();
  show("receive", "packets in the stack: " + input.size());
  input.forEach(received -> mbufs.freem(received.packet()));
  driver.detach();
  int left = mbufs.outstanding() + machine.iommu().mapped() + kernel.lent();
  show("detach", "mbufs, mappings and resources left: " + left);
}

// end::frames[]

void show(String event, String result) {
  List<String> calls = kernel.trace().subList(told, kernel.trace().size());
  told = kernel.trace().size();
  Map<String, Integer> times = new LinkedHashMap<>();
  calls.forEach(call -> times.merge(call, 1, Integer::sum));
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
