//JAVA 25+
//DESCRIPTION Checks a draft register map, then runs a port with each of its slips.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.IllegalDmaAccess;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.dataplane.ring.TxRing;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.Wire;

// tag::draft[]
static final String DRAFT =
    """
    CTRL   0x0000
    STATUS 0x0004
    ICR    0x00c0
    IMS    0x00d8
    RDLEN  0x2808
    RDT    0x2810
    TDLEN  0x3808
    TDT    0x3810
    """;

void main() throws ReflectiveOperationException {
  for (String line : DRAFT.lines().toList()) {
    String[] words = line.split(" +", -1);
    int offset = Integer.decode(words[1]);
    int right = Registers.class.getField(words[0]).getInt(null);
    String found = right == offset ? "ok" : "is at 0x%04x".formatted(right);
    String effect = use(right, offset);
    IO.println("%s  %-12s %s".formatted(line, found, effect));
  }
}

// end::draft[]

/** What a port does whose one register stands at another offset. */
String use(int right, int offset) {
  HostMemory memory = new HostMemory(1 << 20);
  Iommu iommu = new Iommu(memory);
  Wire wire = new Wire();
  SimulatedNic nic = new SimulatedNic(iommu, wire.left());
  PacketPool pool = new PacketPool(iommu, 16, 2048);
  try (var port = EthernetPort.open(new Slip(nic, right, offset), iommu, pool, 8)) {
    port.unmask(0);
    wire.right().send(new byte[60]);
    int sent = send(port, nic);
    boolean interrupt = nic.take(0);
    int received = port.rx().poll(8, Packet::giveBack);
    return "sent %d, received %d, interrupt %s, link %s"
        .formatted(sent, received, interrupt, port.linkUp() ? "up" : "down");
  } catch (IllegalDmaAccess fault) {
    return fault.getMessage();
  }
}

int send(EthernetPort port, SimulatedNic nic) {
  Packet packet = port.pool().take();
  packet.length(60);
  if (port.tx().submit(packet) == TxRing.Submit.FULL) {
    packet.giveBack();
  }
  nic.process();
  return port.tx().complete(8, Packet::giveBack);
}

/** The device, with one register looked for in the wrong place. */
record Slip(RegisterAccess nic, int right, int wrong) implements RegisterAccess {
  @Override
  public int read32(int offset) {
    return nic.read32(offset == right ? wrong : offset);
  }

  @Override
  public void write32(int offset, int value) {
    nic.write32(offset == right ? wrong : offset, value);
  }
}
