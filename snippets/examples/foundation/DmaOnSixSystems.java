//JAVA 25+
//DESCRIPTION Shows the DMA calls of six adapters: set-up, one frame, tear-down.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsHost;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final List<HostFactory> KERNELS =
    List.of(
        LinuxHost::attach,
        FreeBsdHost::new,
        NetBsdHost::new,
        IllumosHost::attach,
        WindowsHost::attach,
        RtosHost::attach);

static final Pattern DMA =
    Pattern.compile("(?i).*(dma|SGList|ScatterGather|SharedMemory|SetUpMemory).*");

void main() {
  KERNELS.forEach(this::run);
}

// tag::run[]
void run(HostFactory kernel) {
  Machine machine = Machine.of(16 << 20);
  var nic = new SimulatedNic(machine.iommu(), new Wire().left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  Host host = kernel.attach(machine, card, PortSettings.plain(64));
  host.run();
  IO.println(host.os());
  int from = show("set-up", host, 0);
  host.send(Outgoing.of(new byte[500]));
  nic.process();
  host.run();
  from = show("one frame", host, from);
  host.close();
  show("tear-down", host, from);
}

// end::run[]

int show(String phase, Host host, int from) {
  List<String> calls = host.trace();
  Map<String, Integer> counts = new LinkedHashMap<>();
  for (String call : calls.subList(from, calls.size())) {
    if (DMA.matcher(call).matches()) {
      counts.merge(call, 1, Integer::sum);
    }
  }
  StringBuilder line = new StringBuilder("  %-10s".formatted(phase));
  counts.forEach(
      (call, n) -> {
        String text = n == 1 ? call : call + " x" + n;
        if (line.length() - line.lastIndexOf("\n") + text.length() > 78) {
          line.append("\n").append(" ".repeat(12));
        }
        line.append(' ').append(text);
      });
  IO.println(counts.isEmpty() ? line + " none" : line);
  return calls.size();
}
