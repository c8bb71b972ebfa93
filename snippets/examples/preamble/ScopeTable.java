//JAVA 25+
//DESCRIPTION Decides what is ported from one question: when does the work run?

enum When {
  PER_FRAME("per frame", true),
  PER_INTERRUPT("per interrupt", true),
  PER_QUEUE("per queue start", true),
  PER_LINK_CHANGE("per link change", false),
  ON_REQUEST("when asked", false),
  PER_POWER_ON("per power-on", false),
  PER_RELEASE("per release", false);

  final String text;
  final boolean dataPlane;

  When(String text, boolean dataPlane) {
    this.text = text;
    this.dataPlane = dataPlane;
  }
}

record Work(String name, When when, String doneBy) {}

static final Work[] ALL = {
  new Work("descriptor rings, doorbells", When.PER_FRAME, "core"),
  new Work("packet buffers, DMA mapping", When.PER_FRAME, "core + adapter"),
  new Work("TSO, checksum and VLAN offload", When.PER_FRAME, "core"),
  new Work("LRO", When.PER_FRAME, "core + adapter"),
  new Work("RSS: which queue, which hash", When.PER_FRAME, "hardware, then core"),
  new Work("interrupt causes and moderation", When.PER_INTERRUPT, "core + adapter"),
  new Work("RSS: key and indirection table", When.PER_QUEUE, "hardware layer"),
  new Work("admin queue: queue contexts", When.PER_QUEUE, "hardware layer"),
  new Work("admin queue: link commands", When.PER_LINK_CHANGE, "device firmware"),
  new Work("link negotiation", When.PER_LINK_CHANGE, "PHY, by itself"),
  new Work("PHY registers", When.PER_LINK_CHANGE, "PHY, by itself"),
  new Work("MAC address, multicast filter", When.ON_REQUEST, "adapter"),
  new Work("wake-on-LAN, LEDs, EEPROM", When.ON_REQUEST, "vendor's tool"),
  new Work("firmware loading", When.PER_POWER_ON, "flash of the card"),
  new Work("firmware update", When.PER_RELEASE, "vendor's tool"),
};

void main() {
  IO.println("%-33s%-17s%-8s%s".formatted("work", "runs", "ported", "done by"));
  int ported = 0;
  for (Work work : ALL) {
    boolean yes = work.when().dataPlane;
    ported += yes ? 1 : 0;
    String when = work.when().text;
    String mark = yes ? "yes" : "-";
    IO.println(
        "%-33s%-17s%-8s%s".formatted(work.name(), when, mark, work.doneBy()));
  }
  IO.println("\n" + ported + " of " + ALL.length + " kinds of work are ported");
}
