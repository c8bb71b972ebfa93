//JAVA 25+
//DESCRIPTION Clears the interrupt cause too late: a frame waits and nobody looks.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.TwoPorts;

void main() {
  run("clear, poll, unmask", false);
  run("poll, clear, unmask", true);
}

void run(String order, boolean clearLate) {
  try (var ports = new TwoPorts(8, 16)) {
    var port = ports.right().port();
    var nic = ports.right().nic();
    arrive(ports);
    port.registers().write32(Registers.IMC, Registers.ICR_RXT0);
    int unused = clearLate ? 0 : port.registers().read32(Registers.ICR);
    int first = port.rx().poll(8, Packet::giveBack);

    arrive(ports); // after the last look at DD, before the unmask

    unused = clearLate ? port.registers().read32(Registers.ICR) : 0;
    port.registers().write32(Registers.IMS, Registers.ICR_RXT0);
    boolean again = nic.interruptPending();
    int second = again ? port.rx().poll(8, Packet::giveBack) : 0;
    IO.println(
        "%s: first poll %d, interrupt again %b, second poll %d"
            .formatted(order, first, again, second));
  }
}

void arrive(TwoPorts ports) {
  ports.wire().left().send(new byte[60]);
  ports.right().nic().process();
}
