package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.SOFTIRQ;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs what interrupts put off ({@code net_rx_action}), and takes what comes up. */
public final class Softirq {
  private final LinuxKernel kernel;
  private final Deque<Napi> polled = new ArrayDeque<>();
  private final List<SkBuff> received = new ArrayList<>();

  Softirq(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  void add(Napi napi) {
    polled.add(napi);
  }

  void forget(Napi napi) {
    polled.remove(napi);
  }

  /** Polls until no instance has work; false if none had. */
  boolean run() {
    boolean any = !polled.isEmpty();
    while (!polled.isEmpty()) {
      Napi napi = polled.remove();
      kernel.in(SOFTIRQ, () -> poll(napi));
    }
    return any;
  }

  private void poll(Napi napi) {
    if (napi.pollOnce(Napi.NAPI_POLL_WEIGHT)) {
      polled.add(napi);
    }
  }

  /** {@code netif_receive_skb}: the way up, after GRO. */
  void netifReceiveSkb(SkBuff skb) {
    kernel.call("netif_receive_skb");
    received.add(skb);
  }

  /** Takes what came up since the last call. */
  List<SkBuff> take() {
    List<SkBuff> all = List.copyOf(received);
    received.clear();
    return all;
  }
}
