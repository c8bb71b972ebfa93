//JAVA 25+
//DESCRIPTION Touches registers twice: those that clear, set, forget or reset.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.port.Registers.*;

import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TwoPorts;

void main() {
  try (var ports = new TwoPorts(8, 16)) {
    SimulatedNic nic = ports.right().nic();
    // tag::touch[]
    nic.write32(IMC, -1);
    nic.read32(ICR);
    nic.write32(ICS, ICR_LSC);
    nic.write32(ICS, ICR_RXT0);
    twice(nic, "ICR, after ICS of two causes", ICR);

    nic.write32(IMS, ICR_LSC);
    nic.write32(IMS, 0);
    twice(nic, "IMS, after writing LSC, then 0", IMS);
    nic.write32(IMC, ICR_LSC);
    twice(nic, "IMS, after IMC of LSC", IMS);

    nic.write32(STATUS, 0);
    twice(nic, "STATUS, after writing 0", STATUS);

    ports.wire().left().send(new byte[60]);
    nic.process();
    twice(nic, "GPRC, after one frame", GPRC);

    int rdt = nic.read32(RDT);
    nic.write32(CTRL, nic.read32(CTRL) | CTRL_RST);
    int after = nic.read32(RDT);
    IO.println("%-32s %d, then %d".formatted("RDT, around RST", rdt, after));
    twice(nic, "RST in CTRL", CTRL);
    // end::touch[]
  }
}

void twice(SimulatedNic nic, String what, int register) {
  int first = nic.read32(register);
  int second = nic.read32(register);
  IO.println("%-32s 0x%x, then 0x%x".formatted(what, first, second));
}
