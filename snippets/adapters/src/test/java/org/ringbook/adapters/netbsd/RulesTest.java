package org.ringbook.adapters.netbsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.adapters.netbsd.DmaMap.Sync;
import org.ringbook.adapters.netbsd.Kernel.Context;
import org.ringbook.adapters.netbsd.Kernel.Ipl;
import org.ringbook.dataplane.dma.Direction;

/** One wrong call for each rule; the switch has no default, so none is forgotten. */
class RulesTest {
  private final Kernel kernel = new Kernel(Machine.of(1 << 20));
  private final Mbufs mbufs = new Mbufs(kernel);
  private final Ifnet ifp = new Ifnet(kernel, mbufs);
  private final KMutex spin = new KMutex(kernel, Ipl.NET);
  private final KMutex adaptive = new KMutex(kernel, Ipl.NONE);
  private final DmaMap map = new DmaMap(kernel, Mbufs.MCLBYTES, 1);
  private final Softint softint = new Softint(kernel, () -> {});

  @TestFactory
  Stream<DynamicTest> eachRuleStopsItsWrongCall() {
    return Stream.of(Rule.values())
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> stops(rule)));
  }

  private static void stops(Rule rule) {
    RulesTest fresh = new RulesTest();
    RuleBroken thrown = assertThrows(RuleBroken.class, () -> fresh.breakIt(rule));
    assertEquals(rule.broken("").rule(), thrown.rule());
    assertEquals(rule.broken("").source(), thrown.source());
  }

  private void breakIt(Rule rule) {
    switch (rule) {
      case NO_SLEEP -> spin.holding(mbufs::gethdrWaiting);
      case SPL_RESTORED -> kernel.run(Context.SOFTINT, Ipl.SOFTNET, kernel::splnet);
      case ADAPTIVE_IN_THREAD -> hard(adaptive::enter);
      case MUTEX_ONCE -> spin.holding(spin::enter);
      case MUTEX_OWNER -> spin.exit();
      case MBUF_ALIVE -> freedTwice();
      case MBUF_UNLOADED -> mbufs.freem(loaded());
      case POLLED_STAYS -> freesPolled();
      case PACKET_LENGTH, PACKET_HEADER, INPUT_RCVIF, INPUT_CSUM_CHECKED, RECEIVE_NOT_TAPPED ->
          badInput(rule);
      case LOAD_EMPTY_MAP -> map.loadMbuf(loaded(), Direction.TO_DEVICE);
      case SYNC_WITHIN_MAP -> sync(61, Sync.PREWRITE);
      case SYNC_NOT_MIXED -> sync(60, Sync.PREWRITE, Sync.POSTREAD);
      case SYNC_IN_PAIRS -> sync(60, Sync.POSTREAD);
      case SYNC_BEFORE_UNLOAD -> unloadsEarly();
      case CPU_KEEPS_OUT -> withDevice().data();
      case DESTROY_EMPTY_MAP -> destroyLoaded();
      case QUEUE_AT_IPL_NET -> ifp.snd().poll();
      case SOFTINT_BOUND -> softint.schedule();
      case SOFTINT_FROM_THREAD ->
          kernel.run(Context.SOFTINT, Ipl.SOFTNET, softint::disestablish);
      case INPUT_NOT_IN_INTERRUPT -> hard(() -> ifp.input(good()));
      case TRANSMIT_TAPPED -> sentUnseen();
      case RESTART_DEFERRED -> hard(ifp::start);
      case ATTACH_IN_ORDER -> ifp.register();
      case CALLOUT_HALTED -> destroyedPending();
      case CALLOUT_HAS_FUNCTION -> new Callout(kernel).schedule();
    }
  }

  private void hard(Runnable code) {
    kernel.run(Context.INTERRUPT, Ipl.NET, code);
  }

  private Mbuf good() {
    Mbuf m = mbufs.withCluster(true);
    m.length(60);
    m.header().length(60);
    m.header().rcvif(ifp);
    return m;
  }

  private Mbuf loaded() {
    Mbuf m = good();
    assertEquals(0, map.loadMbuf(m, Direction.TO_DEVICE));
    return m;
  }

  private Mbuf withDevice() {
    Mbuf m = loaded();
    map.sync(Sync.PREWRITE);
    return m;
  }

  private void sync(int length, Sync... operations) {
    loaded();
    EnumSet<Sync> set = EnumSet.noneOf(Sync.class);
    set.addAll(java.util.List.of(operations));
    map.sync(0, length, set);
  }

  private void freedTwice() {
    Mbuf m = good();
    mbufs.freem(m);
    mbufs.freem(m);
  }

  private void freesPolled() {
    kernel.splnet();
    ifp.snd().enqueue(good());
    mbufs.freem(ifp.snd().poll());
  }

  private void badInput(Rule rule) {
    Mbuf m = good();
    switch (rule) {
      case PACKET_LENGTH -> m.header().length(61);
      case PACKET_HEADER -> m.header(null);
      case INPUT_RCVIF -> m.header().rcvif(null);
      case RECEIVE_NOT_TAPPED -> ifp.bpfMtap(m);
      default -> m.header().checksum(PacketHeader.M_CSUM_TCP_UDP_BAD, 0);
    }
    ifp.input(m);
  }

  private void unloadsEarly() {
    withDevice();
    map.unload();
  }

  private void destroyLoaded() {
    loaded();
    map.destroy();
  }

  private void sentUnseen() {
    kernel.splnet();
    ifp.snd().enqueue(good());
    Mbuf m = ifp.snd().dequeue();
    map.loadMbuf(m, Direction.TO_DEVICE);
    map.sync(Sync.PREWRITE);
    map.sync(Sync.POSTWRITE);
    map.unload();
    mbufs.freem(m);
  }

  private void destroyedPending() {
    Callout callout = new Callout(kernel);
    callout.setfunc(() -> {});
    callout.schedule();
    callout.destroy();
  }
}
