//JAVA 25+
//DESCRIPTION Time a core has for each frame at line rate, and what the bus allows.
//SOURCES ../../device/src/main/java/org/ringbook/device/EthernetRate.java
//SOURCES ../../device/src/main/java/org/ringbook/device/PcieLink.java

import org.ringbook.device.EthernetRate;
import org.ringbook.device.PcieLink;

void main() {
  IO.println("           64 bytes                1518 bytes");
  for (double gigabits : new double[] {1, 10, 25, 100, 400}) {
    ethernet(gigabits);
  }
  IO.println();
  bus("PCIe 2.0 x8, writes of 128 bytes", new PcieLink(2, 8), 128);
  bus("PCIe 2.0 x8, writes of 256 bytes", new PcieLink(2, 8), 256);
  bus("PCIe 3.0 x8, writes of 256 bytes", new PcieLink(3, 8), 256);
}

// tag::budget[]
void ethernet(double gigabits) {
  EthernetRate link = new EthernetRate(gigabits);
  StringBuilder row = new StringBuilder("%3.0f Gb/s".formatted(gigabits));
  for (int frame : new int[] {64, 1518}) {
    double budget = link.nanosecondsPerFrame(frame);
    double millions = link.framesPerSecond(frame) / 1e6;
    row.append(String.format("  %8.1f ns %7.2f M/s", budget, millions));
  }
  IO.println(row);
}

// end::budget[]

void bus(String name, PcieLink link, int payload) {
  IO.println("%s: %.1f Gb/s".formatted(name, link.writeGigabits(payload)));
}
