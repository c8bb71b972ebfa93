//JAVA 25+
//DESCRIPTION Five reasons why four receive queues get no more than one of them fed.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.port.Filters82599.MRQC;
import static org.ringbook.dataplane.port.Filters82599.RETA;
import static org.ringbook.dataplane.port.Filters82599.RSSRK;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.RssKey;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

static final int QUEUES = 4;
static final int FRAMES = 1000;

// tag::cases[]
void main() {
  count("as it should be", nic -> {}, this::connection);
  count("table never written", nic -> clear(nic, RETA, 128), this::connection);
  count("key of zeros", nic -> clear(nic, RSSRK, 40), this::connection);
  count("hashing not enabled", nic -> clear(nic, MRQC, 4), this::connection);
  count("nothing but ARP", nic -> {}, this::question);
  count("UDP of two hosts", nic -> {}, this::datagram);
}

/** What a driver that forgot these registers leaves: they are 0 after a reset. */
void clear(RegisterAccess nic, int register, int bytes) {
  for (int i = 0; i < bytes; i += 4) {
    nic.write32(register + i, 0);
  }
}

// end::cases[]

void count(
    String name, Consumer<RegisterAccess> mistake, IntFunction<byte[]> frames) {
  int[] found = new int[QUEUES];
  try (TwoMachines machines = machines()) {
    mistake.accept(machines.right().nic());
    for (int i = 0; i < FRAMES; i++) {
      machines.wire().left().send(frames.apply(i));
      machines.right().nic().process();
      for (int q = 0; q < QUEUES; q++) {
        found[q] += machines.right().port().rx(q).poll(8, Packet::giveBack);
      }
    }
  }
  IO.println("%-20s%s".formatted(name, Arrays.toString(found)));
}

byte[] connection(int i) {
  return ip().tcp(1024 + i, 443).buildPadded();
}

byte[] datagram(int i) {
  return ip().udp(1024 + i, 53).buildPadded();
}

byte[] question(int i) {
  String mac = "02:00:00:00:00:01";
  String to = "198.51.%d.%d".formatted(100 + i / 250, 1 + i % 250);
  return ethernet().arp(1, mac, "192.0.2.1", "00:00:00:00:00:00", to).buildPadded();
}

FrameBuilder ip() {
  return ethernet().ipv4("192.0.2.1", "198.51.100.7");
}

FrameBuilder ethernet() {
  return FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02");
}

TwoMachines machines() {
  byte[] key = RssKey.microsoft().toByteArray();
  List<Byte> list = IntStream.range(0, key.length).mapToObj(i -> key[i]).toList();
  PortSettings settings =
      new PortSettings(QUEUES, 8, 1500, Set.of(Feature.RSS), list);
  return new TwoMachines(TenGigabitNic::new, MultiQueuePort::open, settings, 16);
}
