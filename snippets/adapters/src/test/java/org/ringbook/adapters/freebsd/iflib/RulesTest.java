package org.ringbook.adapters.freebsd.iflib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Interrupt;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.Stack;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.adapters.host.RuleBroken;

/** One wrong answer for each rule; the switch has no default, so none is forgotten. */
class RulesTest {

  @TestFactory
  Stream<DynamicTest> eachRuleStopsItsWrongAnswer() {
    return Stream.of(Rule.values())
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> stops(rule)));
  }

  private static void stops(Rule rule) {
    RuleBroken thrown = assertThrows(RuleBroken.class, () -> new Wrong(rule).live());
    assertEquals(rule.broken("").rule(), thrown.rule());
    assertEquals(rule.broken("").source(), thrown.source());
  }

  /** A driver that does one thing wrong, and otherwise pretends that all went well. */
  private static final class Wrong implements DeviceMethods, TxRx {
    private final Kernel kernel = new Kernel(Machine.of(1 << 20));
    private final Mbufs mbufs = new Mbufs(kernel);
    private final Iflib iflib = new Iflib(kernel, mbufs);
    private final Rule rule;
    private int sent;
    private int asked;
    private boolean stopped;

    private Wrong(Rule rule) {
      this.rule = rule;
    }

    private void live() {
      iflib.deviceRegister(this);
      iflib.ifp().transmit(new Stack(mbufs).packet(Outgoing.of(new byte[60])));
      iflib.deliver(0);
      iflib.runTasks();
      iflib.deviceDeregister();
    }

    private boolean is(Rule wrong) {
      return rule == wrong;
    }

    @Override
    public void attachPre(SoftcContext context) {
      context.queues(1, is(Rule.POWER_OF_TWO) ? 24 : 16, 16);
      context.txSegments(4);
      context.txrx(is(Rule.CONTEXT_COMPLETE) ? null : this);
    }

    @Override
    public void queuesAlloc() {}

    @Override
    public void msixIntrAssign() {
      iflib.irqAllocGeneric(0, this::filter);
    }

    private Interrupt.Filtered filter() {
      if (is(Rule.ADMIN_DEFERRED)) {
        iflib.linkStateChange(true);
      }
      return Interrupt.Filtered.SCHEDULE_THREAD;
    }

    @Override
    public void init() {
      stopped = false;
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public void intrEnable() {}

    @Override
    public void intrDisable() {}

    @Override
    public int rxQueueIntrEnable(int queue) {
      return is(Rule.QUEUE_INTERRUPT) ? Errno.EINVAL : 0;
    }

    @Override
    public int mtuSet(int bytes) {
      return 0;
    }

    @Override
    public void updateAdminStatus() {}

    @Override
    public void detach() {}

    @Override
    public int txdEncap(PacketInfo packet) {
      if (!is(Rule.NEW_PIDX)) {
        packet.newPidx(packet.pidx() + 1);
        sent++;
      }
      return is(Rule.FAILED_ENCAP_WRITES_NOTHING) ? Errno.ENOMEM : 0;
    }

    @Override
    public void txdFlush(int queue, int pidx) {}

    @Override
    public int txdCreditsUpdate(int queue, boolean clear) {
      if (is(Rule.CREDITS_IN_FLIGHT)) {
        return 9;
      }
      if (is(Rule.CREDITS_PEEK)) {
        return asked++ == 0 ? sent : 0;
      }
      return is(Rule.STOP_IS_QUIET) && stopped ? sent : 0;
    }

    @Override
    public int rxdAvailable(int queue, int index, int budget) {
      boolean gets =
          is(Rule.AVAILABLE_IS_THERE)
              || is(Rule.FRAGMENT_POSTED)
              || is(Rule.FRAGMENT_LENGTHS);
      return gets && !stopped ? 1 : 0;
    }

    @Override
    public int rxdPktGet(ReceiveInfo packet) {
      packet.fragment(is(Rule.FRAGMENT_POSTED) ? 99 : 0, 60);
      packet.length(is(Rule.FRAGMENT_LENGTHS) ? 61 : 60);
      return is(Rule.AVAILABLE_IS_THERE) ? Errno.EINVAL : 0;
    }

    @Override
    public void rxdRefill(Refill buffers) {}

    @Override
    public void rxdFlush(int queue, int freeList, int pidx) {}
  }
}
