package org.ringbook.adapters.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.adapters.host.RuleBroken;

/** Each rule is noticed when it is broken, and the same calls in order break none. */
class RulesTest {

  @ParameterizedTest
  @EnumSource(LinuxRule.class)
  void eachRuleIsWatched(LinuxRule rule) {
    Consumer<RulesBench> breakage = Breakage.ofEachRule().get(rule);
    assertNotNull(breakage, "no code breaks this rule");
    RulesBench bench = new RulesBench();
    RuleBroken broken = assertThrows(RuleBroken.class, () -> breakage.accept(bench));
    assertEquals(rule.rule(), broken.rule());
    assertEquals(rule.source(), broken.source());
    assertFalse(rule.source().isBlank());
  }

  @Test
  void aDriverThatKeepsAllRulesIsLeftAlone() {
    RulesBench bench = new RulesBench();
    assertEquals(NetCore.Xmit.DROPPED, bench.sends(bench.onXmit));
    bench.polls(budget -> bench.napi.napiCompleteDone(0) ? 0 : budget);
    bench.closes();
    bench.dev.unregisterNetdev();
    bench.dev.netifNapiDel(bench.napi);
    bench.dev.freeNetdev();
    bench.pci.pciFreeIrqVectors();
    bench.pci.disable();
    assertEquals(0, bench.kernel.lent());
    assertEquals(0, bench.kernel.skbs().allocated());
  }

  @Test
  void aBusyThatKeepsTheRulesLeavesTheFrameToTheStack() {
    RulesBench bench = new RulesBench();
    NetCore.Xmit result =
        bench.sends(
            skb -> {
              bench.dev.netdevGetTxQueue(0).netifTxStopQueue();
              return NetdevTx.NETDEV_TX_BUSY;
            });
    assertEquals(NetCore.Xmit.BUSY, result);
  }

  @Test
  void wakingAQueueThatWasNeverStoppedIsFine() {
    RulesBench bench = new RulesBench();
    bench.dev.netdevGetTxQueue(0).netifTxWakeQueue();
    assertFalse(bench.dev.netdevGetTxQueue(0).netifXmitStopped());
  }

  @Test
  void byteQueueLimitsStopTheStackUntilBytesAreSent() {
    RulesBench bench = new RulesBench();
    NetdevQueue queue = bench.dev.netdevGetTxQueue(0);
    queue.netdevTxSentQueue(NetdevQueue.LIMIT + 1);
    assertEquals(NetCore.Xmit.BUSY, bench.sends(bench.onXmit));
    queue.netdevTxCompletedQueue(1, NetdevQueue.LIMIT + 1);
    assertEquals(NetCore.Xmit.DROPPED, bench.sends(bench.onXmit));
  }
}
