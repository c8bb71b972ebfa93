package org.ringbook.adapters.freebsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.Kernel.Context;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.host.RuleBroken;

/** One wrong call for each rule; the switch has no default, so none is forgotten. */
class RulesTest {
  private final Kernel kernel = new Kernel(Machine.of(1 << 20));
  private final Mbufs mbufs = new Mbufs(kernel);
  private final Ifnet ifp = new Ifnet(kernel, mbufs);
  private final Mtx lock = new Mtx(kernel, "test");
  private final DmaTag tag = new DmaTag(kernel, Mbufs.MCLBYTES, 1);
  private final DmaMap map = tag.createMap();

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
      case FILTER_DOES_LITTLE -> in(Context.FILTER, mbufs::getcl);
      case NO_SLEEP -> lock.holding(mbufs::getclWaiting);
      case FAST_QUEUE_FROM_FILTER -> slowQueue();
      case DRAIN_FROM_OUTSIDE -> drainsItself();
      case MUTEX_ONCE -> lock.holding(lock::lock);
      case MUTEX_OWNER -> lock.unlock();
      case MUTEX_RELEASED -> in(Context.TASK, lock::lock);
      case MBUF_ALIVE -> freedTwice();
      case MBUF_UNLOADED -> mbufs.freem(loaded());
      case PACKET_LENGTH, PACKET_HEADER, INPUT_RCVIF, INPUT_CSUM_DATA -> badInput(rule);
      case INPUT_UNLOCKED -> lock.holding(() -> kernel.inNetEpoch(() -> ifp.input(good())));
      case INPUT_IN_EPOCH -> ifp.input(good());
      case LOAD_EMPTY_MAP, SYNC_LOADED_MAP, SYNC_IN_PAIRS, SYNC_BEFORE_UNLOAD -> badDma(rule);
      case CPU_KEEPS_OUT -> withDevice().data();
      case DESTROY_EMPTY_MAP -> destroyLoaded();
      case DESTROY_EMPTY_TAG -> tag.destroy();
      case RING_LOCKED -> ring().peek();
      case RING_PEEK_ENDS -> peeksTwice();
      case TRANSMIT_CONSUMES -> transmitLeaks();
      case LRO_FLUSHED -> in(Context.TASK, () -> kernel.lroHolds(1));
      case CALLOUT_DRAINED -> calloutLeft();
      case DETACH_FIRST -> freedAttached();
      case TEARDOWN_FIRST -> releasedWithHandler();
    }
  }

  private void in(Context context, Runnable code) {
    kernel.run(context, false, code);
  }

  private void slowQueue() {
    Taskqueue queue = Taskqueue.create(kernel);
    in(Context.FILTER, () -> queue.enqueue(new Taskqueue.Task(true, () -> {})));
  }

  private void drainsItself() {
    Taskqueue queue = Taskqueue.createFast(kernel);
    Taskqueue.Task other = new Taskqueue.Task(true, () -> {});
    queue.enqueue(new Taskqueue.Task(true, () -> queue.drain(other)));
    queue.runOne();
  }

  private void freedTwice() {
    Mbuf m = good();
    mbufs.freem(m);
    mbufs.freem(m);
  }

  private Mbuf good() {
    Mbuf m = mbufs.getcl();
    m.length(60);
    m.header().length(60);
    m.header().rcvif(ifp);
    return m;
  }

  private Mbuf loaded() {
    Mbuf m = good();
    assertEquals(0, map.loadMbufSg(m));
    return m;
  }

  private Mbuf withDevice() {
    Mbuf m = loaded();
    map.sync(Sync.PREWRITE);
    return m;
  }

  private void badInput(Rule rule) {
    Mbuf m = good();
    switch (rule) {
      case PACKET_LENGTH -> m.header().length(61);
      case PACKET_HEADER -> m.header(null);
      case INPUT_RCVIF -> m.header().rcvif(null);
      default ->
          m.header().checksum(PacketHeader.CSUM_DATA_VALID | PacketHeader.CSUM_PSEUDO_HDR, 0);
    }
    kernel.inNetEpoch(() -> ifp.input(m));
  }

  private void badDma(Rule rule) {
    switch (rule) {
      case LOAD_EMPTY_MAP -> map.loadMbufSg(loaded());
      case SYNC_LOADED_MAP -> map.sync(Sync.PREREAD);
      case SYNC_IN_PAIRS -> {
        withDevice();
        map.sync(Sync.POSTREAD);
      }
      default -> {
        withDevice();
        map.unload();
      }
    }
  }

  private void destroyLoaded() {
    loaded();
    map.destroy();
  }

  private BufRing ring() {
    BufRing ring = new BufRing(kernel, mbufs, lock, 8);
    ring.enqueue(good());
    return ring;
  }

  private void peeksTwice() {
    BufRing ring = ring();
    lock.lock();
    ring.peek();
    ring.peek();
  }

  private void transmitLeaks() {
    ifp.setTransmit(packet -> Errno.ENOBUFS);
    ifp.etherIfattach();
    ifp.transmit(good());
  }

  private void calloutLeft() {
    new Callout(kernel, lock).reset(() -> {});
    lock.destroy();
  }

  private void freedAttached() {
    ifp.etherIfattach();
    ifp.free();
  }

  private void releasedWithHandler() {
    Interrupt interrupt = new Interrupt(kernel);
    interrupt.setup(null, () -> {});
    interrupt.release();
  }
}
