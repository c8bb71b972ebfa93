//JAVA 25+
//DESCRIPTION How many queues a card gets under iflib, and what sets the limit.

/** A card with what a driver says of it, and the CPUs near it. */
record Card(String name, int vectors, int admin, int rx, int tx, int cpus) {}

void main() {
  IO.println("%-24s  queue pairs  vectors  limit".formatted("card"));
  show(new Card("1G, one vector", 1, 1, 1, 1, 8));
  show(new Card("1G, five vectors", 5, 1, 2, 2, 8));
  show(new Card("10G in a small machine", 64, 1, 16, 16, 4));
  show(new Card("25G, socket of 32 CPUs", 129, 1, 64, 64, 32));
  show(new Card("100G, 64 CPUs, few rx", 129, 1, 16, 64, 64));
  show(new Card("virtual function", 5, 1, 4, 4, 32));
}

// tag::limits[]
/** net/iflib.c, iflib_msix_init: the smallest number wins, for both directions. */
void show(Card card) {
  int messages = card.vectors - card.admin;
  int queues = Math.min(messages, card.cpus);
  int pairs = Math.min(queues, Math.min(card.rx, card.tx));
  String limit = "CPUs near the card";
  if (pairs < 1) {
    limit = "no MSI-X: one line";
    pairs = 1;
  } else if (pairs < queues) {
    limit = "rings of the card";
  } else if (messages < card.cpus) {
    limit = "vectors";
  }
  int used = messages < 1 ? 1 : pairs + card.admin;
  String row = "%-24s  %11d  %3d/%-3d  %s";
  IO.println(row.formatted(card.name, pairs, used, card.vectors, limit));
}

// end::limits[]
