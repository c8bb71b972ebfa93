//JAVA 25+
//DESCRIPTION Asks the same of seven adapters and of one with a planted fault.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static org.ringbook.adapters.host.Capability.BACK_PRESSURE;
import static org.ringbook.adapters.host.Capability.DETACH;
import static org.ringbook.adapters.host.Capability.MAPPING_FAILURE;
import static org.ringbook.adapters.host.Capability.MTU_CHANGE;
import static org.ringbook.adapters.host.Capability.RECEIVE;
import static org.ringbook.adapters.host.Capability.RESET;
import static org.ringbook.adapters.host.Capability.RING_WRAP;
import static org.ringbook.adapters.host.Capability.SEND;
import static org.ringbook.adapters.host.Capability.VLAN;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.HostFactory;
import org.ringbook.adapters.host.Leaks;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.illumos.IllumosExceptions;
import org.ringbook.adapters.illumos.IllumosHost;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;
import org.ringbook.adapters.netbsd.NetBsdHost;
import org.ringbook.adapters.rtos.RtosExceptions;
import org.ringbook.adapters.rtos.RtosHost;
import org.ringbook.adapters.windows.WindowsExceptions;
import org.ringbook.adapters.windows.WindowsHost;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final ExceptionRegister EXCEPTIONS =
    ExceptionRegister.of(
        LinuxExceptions.class,
        FreeBsdHost.class,
        IflibHost.class,
        NetBsdHost.class,
        IllumosExceptions.class,
        WindowsExceptions.class,
        RtosExceptions.class);

static final Set<Feature> WANTED =
    Set.of(
        Feature.SCATTER_GATHER, // and what is tried below
        Feature.JUMBO,
        Feature.VLAN_INSERT,
        Feature.VLAN_STRIP);

/** A host, its card, and the far end of the wire. */
record Bench(Host host, SimulatedNic nic, Wire.End far) {
  /** Lets both move until they are quiet, and counts the frames on the wire. */
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

void main() {
  Map<String, HostFactory> adapters = new LinkedHashMap<>();
  adapters.put("Linux", LinuxHost::attach);
  adapters.put("FreeBSD", FreeBsdHost::new);
  adapters.put("iflib", IflibHost::new);
  adapters.put("NetBSD", NetBsdHost::new);
  adapters.put("illumos", IllumosHost::attach);
  adapters.put("Windows", WindowsHost::attach);
  adapters.put("RTOS", RtosHost::attach);
  HostFactory linux = LinuxHost::attach;
  adapters.put("planted", (pc, card, set) -> careless(linux.attach(pc, card, set)));
  Object[] names = adapters.keySet().toArray();
  IO.println(" ".repeat(16) + "%-9s".repeat(names.length).formatted(names).strip());
  contract().forEach((feature, test) -> row(feature, test, adapters));
}

// tag::contract[]
Map<Capability, Predicate<Bench>> contract() {
  Map<Capability, Predicate<Bench>> tests = new LinkedHashMap<>();
  tests.put(SEND, bench -> sends(bench, 1));
  tests.put(RECEIVE, this::receives);
  tests.put(RING_WRAP, bench -> sends(bench, 200));
  tests.put(BACK_PRESSURE, this::pushesBackAndLetsGo);
  tests.put(MAPPING_FAILURE, this::losesAFrameAndNothingElse);
  tests.put(RESET, this::sendsAfterAReset);
  tests.put(MTU_CHANGE, bench -> bench.host().mtu(4000) && sends(bench, 1));
  tests.put(VLAN, bench -> bench.host().send(tagged(7)) == Host.Sent.TAKEN);
  tests.put(DETACH, this::goesInTraffic); // and leaves nothing behind, as all do
  return tests;
}

boolean sends(Bench bench, int count) {
  int seen = 0;
  for (int i = 0; i < count; i++) {
    bench.host().send(frame());
    seen += bench.settle();
  }
  return seen == count;
}

boolean pushesBackAndLetsGo(Bench bench) {
  int taken = 0;
  while (bench.host().send(frame()) == Host.Sent.TAKEN) {
    taken++;
  }
  boolean pushed = bench.host().pushesBack();
  return pushed && bench.settle() == taken && !bench.host().pushesBack();
}

boolean losesAFrameAndNothingElse(Bench bench) {
  bench.host().failMappings(1);
  boolean taken = bench.host().send(frame()) == Host.Sent.TAKEN;
  bench.host().failMappings(0);
  return !taken && bench.settle() == 0 && sends(bench, 1);
}
// end::contract[]

boolean receives(Bench bench) {
  bench.far().send(new byte[100]);
  bench.settle();
  return bench.host().received().size() == 1;
}

boolean sendsAfterAReset(Bench bench) {
  bench.host().send(frame());
  bench.host().reset();
  bench.settle();
  return sends(bench, 1);
}

boolean goesInTraffic(Bench bench) {
  bench.far().send(new byte[100]);
  bench.nic().process();
  return bench.host().send(frame()) == Host.Sent.TAKEN;
}

Outgoing tagged(int vlan) {
  return new Outgoing(frame().pieces(), vlan, false, 0);
}

Outgoing frame() {
  byte[] bytes = new byte[200];
  Arrays.fill(bytes, (byte) 2);
  return Outgoing.of(bytes);
}

// tag::row[]
void row(Capability what, Predicate<Bench> test, Map<String, HostFactory> adapters) {
  List<String> cells = new ArrayList<>();
  for (HostFactory adapter : adapters.values()) {
    Bench bench = attach(adapter);
    var exception = EXCEPTIONS.find(bench.host().os(), what);
    boolean good =
        exception.isPresent()
            ? exception.get().answer() != 0 // the stub must not claim success
            : test.test(bench);
    bench.host().close();
    good &= bench.host().leaks().equals(Leaks.NONE);
    cells.add(!good ? "FAILS" : exception.isPresent() ? "excepted" : "ok");
  }
  String line = "%-9s".repeat(cells.size()).formatted(cells.toArray());
  IO.println("%-16s%s".formatted(what, line).stripTrailing());
}

// end::row[]

Bench attach(HostFactory adapter) {
  Machine machine = Machine.of(16 << 20);
  Wire wire = new Wire();
  SimulatedNic nic = new SimulatedNic(machine.iommu(), wire.left());
  PortSettings wanted = PortSettings.plain(64).withFeatures(WANTED);
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  return new Bench(adapter.attach(machine, card, wanted), nic, wire.right());
}

/** Says that each frame was taken, and forgets every fiftieth. */
Host careless(Host real) {
  int[] sent = {0};
  return (Host)
      Proxy.newProxyInstance(
          Host.class.getClassLoader(),
          new Class<?>[] {Host.class},
          (proxy, method, arguments) ->
              method.getName().equals("send") && ++sent[0] % 50 == 0
                  ? Host.Sent.TAKEN
                  : method.invoke(real, arguments));
}
