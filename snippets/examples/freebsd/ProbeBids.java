//JAVA 25+
//DESCRIPTION Lets drivers bid for one device, as the bus does, in either order.

import java.util.List;

// tag::bids[]
static final int ENXIO = 6;
static final int BUS_PROBE_SPECIFIC = 0;
static final int BUS_PROBE_DEFAULT = -20;
static final int BUS_PROBE_GENERIC = -100;

/** A driver, and what its probe returns for the device. */
record Driver(String name, int result) {}

void main() {
  Driver other = new Driver("other", ENXIO);
  Driver generic = new Driver("generic", BUS_PROBE_GENERIC);
  Driver rbe = new Driver("rbe", BUS_PROBE_DEFAULT);
  Driver greedy = new Driver("greedy", BUS_PROBE_SPECIFIC);
  Driver echo = new Driver("echo", ENXIO * -1);
  probe(List.of(other, generic, rbe));
  probe(List.of(rbe, generic, other));
  probe(List.of(generic, greedy, rbe));
  probe(List.of(generic, rbe, echo));
}

/** device_probe_child: the highest bid up to 0; 0 ends the search. */
void probe(List<Driver> drivers) {
  Driver best = null;
  int asked = 0;
  for (Driver driver : drivers) {
    asked++;
    boolean bids = driver.result() <= 0;
    if (bids && (best == null || driver.result() > best.result())) {
      best = driver;
    }
    if (driver.result() == 0) {
      break;
    }
  }
  // end::bids[]
  String names = String.join(", ", drivers.stream().map(Driver::name).toList());
  boolean again = best != null && best.result() < 0;
  int calls = asked + (again ? 1 : 0);
  IO.println("%-22s %-8s %d probes".formatted(names, best.name(), calls));
}
