package org.ringbook.adapters.linux;

import java.util.Map;
import java.util.function.Function;
import org.ringbook.adapters.host.Card;
import org.ringbook.adapters.host.Machine;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.interrupt.InterruptSource;

/** A kernel with a driver that does what a test says, on a card that does nothing. */
final class RulesBench implements NetDeviceOps, InterruptSource {
  static final int LENGTH = 60;

  final LinuxKernel kernel = new LinuxKernel(Machine.of(1 << 20));
  final PciDev pci = new PciDev(kernel, new Card("none", null, this, null));
  final NetDevice dev = NetDevice.allocEtherdevMqs(kernel, this, 1);
  final Napi napi = dev.netifNapiAdd(this::poll);
  Napi.Poll onPoll = budget -> completes(0);
  Runnable onStop = napi::napiDisable;
  Function<SkBuff, NetdevTx> onXmit = this::drop;
  boolean line;

  /** Up and running, as all rules are kept. */
  RulesBench() {
    pci.enable();
    pci.pciAllocIrqVectors(1);
    dev.registerNetdev();
    kernel.rtnlLock();
    NetCore.devOpen(kernel, dev);
    kernel.rtnlUnlock();
  }

  SkBuff skb() {
    SkBuff skb = kernel.skbs().allocSkb(64 + LENGTH, Gfp.GFP_ATOMIC);
    skb.skbReserve(64);
    skb.skbPut(LENGTH).fill((byte) 0);
    return skb;
  }

  long mapped() {
    long dma = kernel.dma().dmaMapSingle(skb().data(), Direction.TO_DEVICE);
    if (kernel.dma().dmaMappingError(dma)) {
      throw new AssertionError("no mapping");
    }
    return dma;
  }

  NetCore.Xmit sends(Function<SkBuff, NetdevTx> xmit) {
    onXmit = xmit;
    return NetCore.devDirectXmit(kernel, dev, skb());
  }

  void polls(Napi.Poll poll) {
    onPoll = poll;
    napi.napiSchedule();
    kernel.softirq().run();
  }

  void closes() {
    kernel.rtnlLock();
    NetCore.devClose(kernel, dev);
    kernel.rtnlUnlock();
  }

  /** A poll that received so many frames, and is done. */
  int completes(int work) {
    return napi.napiCompleteDone(work) ? work : -1;
  }

  private int poll(int budget) {
    return onPoll.poll(budget);
  }

  private NetdevTx drop(SkBuff skb) {
    kernel.skbs().devKfreeSkbAny(skb);
    return NetdevTx.NETDEV_TX_OK;
  }

  @Override
  public int ndoOpen() {
    napi.napiEnable();
    dev.netifTxStartAllQueues();
    return 0;
  }

  @Override
  public int ndoStop() {
    dev.netifTxDisable();
    onStop.run();
    return 0;
  }

  @Override
  public NetdevTx ndoStartXmit(SkBuff skb) {
    return onXmit.apply(skb);
  }

  @Override
  public int ndoChangeMtu(int mtu) {
    return -Errno.EOPNOTSUPP;
  }

  @Override
  public void ndoTxTimeout(int queue) {}

  @Override
  public void ndoGetStats64(Map<String, Long> counters) {}

  @Override
  public int setCoalesce(int rxUsecs, int txUsecs) {
    return -Errno.EOPNOTSUPP;
  }

  @Override
  public void getEthtoolStats(Map<String, Long> counters) {}

  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public boolean take(int vector) {
    return line;
  }
}
