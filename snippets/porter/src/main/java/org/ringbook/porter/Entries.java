package org.ringbook.porter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Linux enters a driver's data path: functions that the stack calls to send,
 * that NAPI calls to poll, and that run on an interrupt. All three are handed to
 * the kernel by name, and so are found by where they are handed over.
 *
 * @param transmit stored as {@code ndo_start_xmit} or {@code ndo_xdp_xmit}
 * @param poll the third argument of {@code netif_napi_add} and its variants
 * @param interrupt the second argument of {@code request_irq}, the third of its
 *     {@code devm_} and {@code pci_} variants
 */
public record Entries(
    Set<String> transmit, // names of functions, as in the others
    Set<String> poll,
    Set<String> interrupt) {
  private static final Pattern XMIT =
      Pattern.compile("\\.\\s*ndo_(?:start|xdp)_xmit\\s*=\\s*(\\w+)");
  private static final Pattern NAPI = call("netif_napi_add\\w*");
  private static final Pattern IRQ = call("request_(?:threaded_)?irq");
  private static final Pattern DEV_IRQ = call("(devm|pci)_request_(threaded_)?irq");

  private static Pattern call(String name) {
    return Pattern.compile("\\b" + name + "\\s*\\(");
  }

  /** Finds the entries of a driver. */
  public static Entries of(List<CSource> sources, CallGraph graph) {
    Entries found = new Entries(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (CSource source : sources) {
      String code = source.code();
      Matcher table = XMIT.matcher(code);
      while (table.find()) {
        found.transmit.addAll(graph.behind(table.group(1)));
      }
      add(found.poll, arguments(NAPI, code, 2), graph);
      add(found.interrupt, arguments(IRQ, code, 1), graph);
      add(found.interrupt, arguments(DEV_IRQ, code, 2), graph);
    }
    return found;
  }

  /** What is called for each packet or for a few of them. */
  public Set<String> perPacket() {
    Set<String> both = new TreeSet<>(transmit);
    both.addAll(poll);
    return both;
  }

  private static void add(Set<String> to, List<String> given, CallGraph graph) {
    given.forEach(expression -> to.addAll(graph.behind(expression)));
  }

  private static List<String> arguments(Pattern call, String code, int index) {
    List<String> found = new ArrayList<>();
    Matcher matcher = call.matcher(code);
    while (matcher.find()) {
      List<String> all = split(code, matcher.end());
      if (all.size() > index) {
        found.add(all.get(index).strip());
      }
    }
    return found;
  }

  /** The arguments of a call, from behind its opening parenthesis on. */
  private static List<String> split(String code, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 1;
    int start = from;
    for (int at = from; at < code.length() && depth > 0; at++) {
      char c = code.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 || (depth == 1 && c == ',')) {
        arguments.add(code.substring(start, at));
        start = at + 1;
      }
    }
    return arguments;
  }
}
