package org.ringbook.porter;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is reached: directly, as a callback, through a member; and who is not. */
class CallGraphTest {
  private static final String DRIVER =
      """
      static void finish(void *os) { unmap_all(os); }
      static void fill(struct ring *r) { take_page(r); }
      static bool clean(struct ring *r) { core_complete(r, finish); return true; }
      static int poll(struct napi_struct *napi, int budget)
      {
          struct port *port = from(napi);
          port->clean(port->ring);
          return port->ops.receive(port);
      }
      static irqreturn_t handler(int irq, void *os) { wake(os); return 1; }
      static int receive(void *os) { return other(os); }
      static void watchdog(void *os) { log_it(os); }
      static const struct rx_ops ops = { .receive = receive, .idle = watchdog };
      static netdev_tx_t xmit(struct sk_buff *skb, struct net_device *dev)
      { return hand_over(skb); }
      static const struct net_device_ops nops = {
          .ndo_open       = open,
          .ndo_start_xmit = xmit,
      };
      static int open(struct net_device *dev)
      {
          irq_handler_t which = handler;
          port->clean = big ? clean_big : clean;
          netif_napi_add(dev, &port->napi, poll);
          return request_irq(number(port, 1), which, 0, "nic", port);
      }
      static bool clean_big(struct ring *r) { return clean(r); }
      """;
  private static final String OTHER =
      """
      int hand_over(struct sk_buff *skb) { return shared(skb); }
      int other(void *os) { return 0; }
      static int shared(void *a) { return 1; }
      """;
  private static final String THIRD = "static int shared(void *a) { return other(a); }";

  private final List<CSource> sources =
      List.of(
          CSource.of("nic.c", DRIVER), CSource.of("other.c", OTHER), CSource.of("third.c", THIRD));
  private final CallGraph graph = new CallGraph(sources);

  private Set<String> reached(String... entries) {
    return graph.reach(Set.of(entries)).stream()
        .map(CFunction::name)
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void entriesAreFoundWhereTheyAreHandedOver() {
    Entries entries = Entries.of(sources, graph);
    assertEquals(Set.of("xmit"), entries.transmit());
    assertEquals(Set.of("poll"), entries.poll());
    assertEquals(Set.of("handler"), entries.interrupt());
    assertEquals(Set.of("poll", "xmit"), entries.perPacket());
  }

  @Test
  void variantsOfTheRequestHaveTheirHandlerLater() {
    String code =
        """
        static int h(int irq, void *os) { return 1; }
        static int s(int irq, void *os) { return 1; }
        static void f(void) {
          devm_request_irq(dev, irq, vsi->handler, 0, name, os);
          pci_request_irq(pdev, 0, s, NULL, os, "x");
          vsi->handler = &h;
        }
        """;
    List<CSource> one = List.of(CSource.of("a.c", code));
    assertEquals(Set.of("h", "s"), Entries.of(one, new CallGraph(one)).interrupt());
  }

  @Test
  void callbacksAndMembersAreFollowed() {
    assertEquals(
        Set.of("poll", "clean", "clean_big", "finish", "receive", "other"), reached("poll"));
  }

  @Test
  void aStaticFunctionOfTheSameFileGoesFirst() {
    Set<CFunction> reached = graph.reach(Set.of("xmit"));
    assertEquals(
        Set.of("nic.c", "other.c"),
        reached.stream().map(CFunction::file).collect(toCollection(TreeSet::new)));
  }

  @Test
  void whoIsNotNamedIsNotReached() {
    assertEquals(Set.of("handler"), reached("handler"));
    assertEquals(Set.of(), reached("nobody"));
  }
}
