//JAVA 25+
//DESCRIPTION Writes next-to-clean to RDT, the classic slip: the ring goes deaf.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.TwoPorts;

void main() {
  IO.println("tail written            polls found   missed (MPC)");
  run("first slot not posted", false);
  run("next to clean", true);
}

// tag::tail[]
void run(String rule, boolean nextToClean) {
  try (var ports = new TwoPorts(8, 16)) {
    var receiver = ports.right().port();
    RegisterAccess registers = receiver.registers();
    StringBuilder found = new StringBuilder();
    int clean = 0;
    for (int round = 0; round < 4; round++) {
      sendFive(ports);
      int frames = receiver.rx().poll(64, Packet::giveBack); // writes RDT rightly
      clean = (clean + frames) % 8;
      if (nextToClean) {
        registers.write32(Registers.RDT, clean); // the slip
      }
      found.append(' ').append(frames);
    }
    int missed = registers.read32(Registers.MPC);
    IO.println("%-22s %-13s  %d".formatted(rule, found, missed));
  }
}
// end::tail[]

void sendFive(TwoPorts ports) {
  var sender = ports.left().port();
  for (int i = 0; i < 5; i++) {
    Packet packet = sender.pool().take();
    packet.length(60);
    switch (sender.tx().submit(packet)) {
      case ACCEPTED -> {}
      case FULL -> packet.giveBack();
    }
  }
  ports.settle();
  int sent = sender.tx().complete(5, Packet::giveBack);
  if (sent != 5) {
    throw new IllegalStateException("sent " + sent);
  }
}
