//JAVA 25+
//DESCRIPTION Sends one frame through each kernel, and compares calls and bytes.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.ringbook.adapters.freebsd.FreeBsdHost;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
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
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

static final List<HostFactory> KERNELS =
    List.of(
        LinuxHost::attach,
        FreeBsdHost::new,
        IflibHost::new,
        NetBsdHost::new,
        IllumosHost::attach,
        WindowsHost::attach,
        RtosHost::attach);

void main() {
  byte[] head = new byte[14];
  byte[] body = new byte[486];
  Arrays.fill(head, (byte) 2);
  Arrays.fill(body, (byte) 0x5a);
  KERNELS.forEach(kernel -> send(kernel, Outgoing.scattered(head, body)));
}

// tag::send[]
void send(HostFactory kernel, Outgoing frame) {
  Machine machine = Machine.of(16 << 20);
  Wire wire = new Wire();
  var nic = new SimulatedNic(machine.iommu(), wire.left());
  Card card = new Card("82540EM", nic, nic, EthernetPort::open);
  PortSettings wanted =
      PortSettings.plain(64).withFeatures(Set.of(Feature.SCATTER_GATHER));
  try (Host host = kernel.attach(machine, card, wanted)) {
    host.run();
    int before = host.trace().size();
    Host.Sent sent = host.send(frame);
    nic.process();
    host.run();
    List<String> calls = host.trace().subList(before, host.trace().size());
    show(host.os(), sent, calls, wire.right().receive());
  }
}

// end::send[]

void show(String os, Host.Sent sent, List<String> calls, byte[] bytes) {
  CRC32 crc = new CRC32();
  crc.update(bytes);
  IO.println(
      "%s: %s, %d calls; %d bytes on the wire, CRC %08x"
          .formatted(os, sent, calls.size(), bytes.length, crc.getValue()));
  StringBuilder line = new StringBuilder(" ");
  for (String call : calls) {
    if (line.length() + call.length() > 76) {
      IO.println(line);
      line = new StringBuilder(" ");
    }
    line.append(' ').append(call);
  }
  IO.println(line);
}
