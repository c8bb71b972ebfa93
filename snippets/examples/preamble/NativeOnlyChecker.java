//JAVA 25+
//DESCRIPTION Flags framework calls in driver sources and accepts a justified one.

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// tag::forbidden[]
/** A framework: what gives it away, and the system on which it is native. */
record Framework(String name, String includes, String prefixes, String nativeOn) {
  boolean usedIn(String line) {
    return line.matches("\\s*#include <(" + includes + ").*")
        || Pattern.compile("\\b(" + prefixes + ")\\w+\\s*\\(").matcher(line).find();
  }
}

static final List<Framework> FORBIDDEN =
    List.of(
        new Framework("LINUXKPI", "linux/|asm/", "skb_|napi_|dma_map_", "linux"),
        new Framework("IFLIB", "net/iflib\\.h", "iflib_", "nowhere"),
        new Framework("DPDK", "rte_|ethdev_", "rte_", "nowhere"));
// end::forbidden[]

/** Open entries of the register of porting exceptions. */
static final Set<String> REGISTER = Set.of("PX-003", "PX-005");

// tag::sources[]
static final Map<String, String> SOURCES =
    new TreeMap<>(
        Map.of(
            "freebsd/attach.c",
            """
            #include <net/iflib.h>
            int nic_attach(device_t dev) {
              return iflib_device_attach(dev);
            }
            """,
            "freebsd/queues.c",
            """
            /* FRAMEWORK IFLIB PX-003: the original has the same queue model. */
            #ifdef NIC_USE_IFLIB
            #include <net/iflib.h>
            void nic_tx_intr(if_ctx_t ctx) { iflib_tx_intr_deferred(ctx, 0); }
            #endif
            """,
            "freebsd/tx.c",
            """
            #include <sys/bus_dma.h>
            /* Unlike iflib_dma_alloc(), this maps one packet. */
            int nic_load(struct nic_tx *t, struct mbuf *m) {
              return bus_dmamap_load_mbuf_sg(t->tag, t->map, m, t->seg, &t->n, 0);
            }
            """,
            "freebsd/user.c",
            """
            /* FRAMEWORK DPDK PX-005: the original driver is an ethdev driver. */
            int nic_burst(void) { return rte_eth_rx_burst(0, 0, pkts, 32); }
            """,
            "linux/rx.c",
            """
            #include <linux/netdevice.h>
            void nic_done(struct napi_struct *n) { napi_complete_done(n, 0); }
            """,
            "netbsd/map.c",
            """
            /* FRAMEWORK LINUXKPI PX-009: saves us writing the DMA code. */
            #ifdef NIC_USE_LINUXKPI
            #include <linux/dma-mapping.h>
            #endif
            """));
// end::sources[]

static final Pattern MARKER =
    Pattern.compile("/\\* FRAMEWORK (\\w+) (PX-\\d+): \\S.* \\*/");
static final Pattern SWITCH = Pattern.compile("#ifdef NIC_USE_(\\w+)");

void main() {
  SOURCES.forEach(this::check);
}

void check(String file, String text) {
  String system = file.substring(0, file.indexOf('/'));
  String marked = "";
  String entry = "";
  String guard = "";
  int number = 0;
  for (String line : text.lines().toList()) {
    number++;
    Matcher marker = MARKER.matcher(line);
    Matcher onOff = SWITCH.matcher(line);
    if (marker.find()) {
      marked = marker.group(1);
      entry = marker.group(2);
    } else if (onOff.find()) {
      guard = onOff.group(1);
    } else if (line.startsWith("#endif")) {
      guard = "";
      marked = "";
    }
    String code = line.replaceAll("/\\*.*\\*/", "");
    for (Framework used : FORBIDDEN) {
      if (used.usedIn(code) && !used.nativeOn().equals(system)) {
        String verdict = judge(used.name(), marked, guard, entry);
        String at = file + ":" + number;
        IO.println("%-20s%-10s%s".formatted(at, used.name(), verdict));
      }
    }
  }
}

// tag::judge[]
String judge(String used, String marked, String guard, String entry) {
  if (!marked.equals(used)) {
    return "REFUSED: no marker with a reason";
  }
  if (!guard.equals(used)) {
    return "REFUSED: not behind #ifdef NIC_USE_" + used;
  }
  if (!REGISTER.contains(entry)) {
    return "REFUSED: " + entry + " is not in the register";
  }
  return "accepted: " + entry + ", off unless NIC_USE_" + used + " is defined";
}
// end::judge[]
