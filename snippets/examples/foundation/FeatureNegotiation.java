//JAVA 25+
//DESCRIPTION Four wishes for offloads meet two devices: what is granted, or why not.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import static org.ringbook.dataplane.port.Feature.JUMBO;
import static org.ringbook.dataplane.port.Feature.RSS;
import static org.ringbook.dataplane.port.Feature.SCATTER_GATHER;
import static org.ringbook.dataplane.port.Feature.TSO4;
import static org.ringbook.dataplane.port.Feature.TX_CHECKSUM;
import static org.ringbook.dataplane.port.Feature.VLAN_INSERT;
import static org.ringbook.dataplane.port.Feature.VLAN_STRIP;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringbook.dataplane.port.EthernetPort;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.FeatureChoice;
import org.ringbook.dataplane.port.MultiQueuePort;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.device.SimulatedNic;
import org.ringbook.device.TenGigabitNic;
import org.ringbook.device.TwoMachines;

/** CTRL.VME of an 8254x inserts and takes out, or does neither. */
static final Set<Feature> ONE_SWITCH = Set.of(VLAN_INSERT, VLAN_STRIP);

static final List<Set<Feature>> WISHES =
    List.of(
        Set.of(TX_CHECKSUM, SCATTER_GATHER, TSO4),
        Set.of(SCATTER_GATHER, TSO4),
        Set.of(VLAN_STRIP, JUMBO, SCATTER_GATHER),
        Set.of(RSS, VLAN_INSERT, VLAN_STRIP));

void main() {
  show("8254x", SimulatedNic::new, EthernetPort::open, ONE_SWITCH);
  show("82599", TenGigabitNic::new, MultiQueuePort::open, Set.of());
}

// tag::ask[]
void show(
    String name, TwoMachines.Slot slot, PortFactory driver, Set<Feature> together) {
  IO.println(name);
  try (var machines = new TwoMachines(slot, driver, PortSettings.plain(8), 16)) {
    Set<Feature> device = machines.left().port().features();
    for (Set<Feature> wish : WISHES) {
      FeatureChoice choice = FeatureChoice.of(device, wish, together);
      IO.println("  wanted  " + new TreeSet<>(wish));
      IO.println("  granted " + new TreeSet<>(choice.granted()));
      new TreeMap<>(choice.refused())
          .forEach((feature, why) -> IO.println("    no " + feature + ": " + why));
    }
  }
}
// end::ask[]
