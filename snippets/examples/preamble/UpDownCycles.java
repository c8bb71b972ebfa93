//JAVA 25+
//DESCRIPTION Detaches in traffic fifty times, and fails every seventh mapping.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.List;
import java.util.Set;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Host.Sent;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsHost;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
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

static final PortSettings WANTED =
    PortSettings.plain(64).withFeatures(Set.of(Feature.SCATTER_GATHER));

void main() {
  IO.println("        clean    | every seventh mapping fails");
  IO.println("        cycles   | offered  refused  on the wire  lost  leaks");
  KERNELS.forEach(this::both);
}

void both(HostFactory kernel) {
  Machine machine = Machine.of(4 << 20);
  int clean = 0;
  for (int i = 0; i < 50; i++) {
    clean += cycle(kernel, machine).equals(Leaks.NONE) ? 1 : 0;
  }
  IO.println(exception(kernel, machine).formatted(clean));
}

// tag::cycles[]
/** Detaches with a frame in the ring and another on its way up. */
Leaks cycle(HostFactory kernel, Machine machine) {
  Bench bench = attach(kernel, machine);
  bench.far().send(new byte[100]);
  bench.nic().process();
  bench.host().send(Outgoing.of(new byte[100]));
  bench.host().close();
  return bench.host().leaks();
}

/** The books must balance: what was taken is on the wire, the rest was refused. */
String exception(HostFactory kernel, Machine machine) {
  Bench bench = attach(kernel, machine);
  int refused = 0;
  int onTheWire = 0;
  for (int i = 1; i <= 700; i++) {
    bench.host().failMappings(i % 7 == 0 ? 1 : 0);
    refused += bench.host().send(Outgoing.of(new byte[100])) == Sent.TAKEN ? 0 : 1;
    onTheWire += bench.settle();
  }
  bench.host().close();
  int lost = 700 - refused - onTheWire;
  String leaks = bench.host().leaks().equals(Leaks.NONE) ? "none" : "LEAKS";
  String sums = "%7d %8d %12d %5d  ".formatted(700, refused, onTheWire, lost);
  return "%-8s".formatted(bench.host().os()) + "%d of 50 | " + sums + leaks;
}

// end::cycles[]

record Bench(Host host, SimulatedNic nic, Wire.End far) {
  int settle() {
    int frames = 0;
    while (nic.process() + host.run() > 0) {
      while (far.receive().length > 0) {
        frames++;
      }
    }
    return frames;
  }
}

Bench attach(HostFactory kernel, Machine machine) {
  Wire wire = new Wire();
  SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  Host host = kernel.attach(machine, card, WANTED);
  Bench bench = new Bench(host, nic, wire.right());
  bench.settle(); // some kernels send only once they know of the link
  return bench;
}
