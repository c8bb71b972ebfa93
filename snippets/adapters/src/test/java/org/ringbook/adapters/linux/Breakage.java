package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.HARDIRQ;
import static org.ringbook.adapters.linux.ExecutionContext.SOFTIRQ;
import static org.ringbook.adapters.linux.NetdevTx.NETDEV_TX_BUSY;
import static org.ringbook.adapters.linux.NetdevTx.NETDEV_TX_OK;
import static org.ringbook.dataplane.dma.Direction.FROM_DEVICE;
import static org.ringbook.dataplane.dma.Direction.TO_DEVICE;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** For each rule, a driver's code that breaks it. */
final class Breakage {
  private final Map<LinuxRule, Consumer<RulesBench>> all = new EnumMap<>(LinuxRule.class);

  private Breakage() {
    contexts();
    buffers();
    dma();
    transmit();
    stop();
    napi();
    interrupts();
  }

  static Map<LinuxRule, Consumer<RulesBench>> ofEachRule() {
    return new Breakage().all;
  }

  private void contexts() {
    all.put(
        LinuxRule.NO_SLEEP_IN_ATOMIC,
        bench -> bench.kernel.in(SOFTIRQ, () -> bench.pci.requestIrq(0, () -> null)));
    all.put(
        LinuxRule.NO_GFP_KERNEL_IN_ATOMIC,
        bench -> bench.kernel.in(SOFTIRQ, () -> bench.kernel.skbs().allocSkb(64, Gfp.GFP_KERNEL)));
    all.put(
        LinuxRule.RTNL_IS_NOT_RECURSIVE,
        bench -> {
          bench.kernel.rtnlLock();
          bench.dev.unregisterNetdev();
        });
  }

  private void buffers() {
    all.put(
        LinuxRule.SKB_FREED_ONCE,
        bench -> {
          SkBuff skb = bench.skb();
          bench.kernel.skbs().devKfreeSkbAny(skb);
          bench.kernel.skbs().devConsumeSkbAny(skb);
        });
    all.put(
        LinuxRule.SKB_NOT_USED_AFTER_FREE,
        bench -> {
          SkBuff skb = bench.skb();
          bench.kernel.skbs().devKfreeSkbAny(skb);
          skb.len();
        });
    all.put(
        LinuxRule.SKB_NOT_USED_AFTER_HANDOVER,
        bench ->
            bench.polls(
                budget -> {
                  SkBuff skb = bench.skb();
                  bench.napi.napiGroReceive(skb);
                  return skb.len();
                }));
    all.put(LinuxRule.SKB_PUT_FITS_TAILROOM, bench -> bench.skb().skbPut(10_000));
    all.put(
        LinuxRule.SKB_PUT_IS_LINEAR,
        bench -> {
          SkBuff skb = bench.skb();
          skb.skbAddRxFrag(bench.kernel.skbs().devAllocPage(), 0, 100);
          skb.skbPut(1);
        });
    all.put(LinuxRule.SKB_PUSH_FITS_HEADROOM, bench -> bench.skb().skbPush(65));
    all.put(LinuxRule.SKB_RESERVE_WHEN_EMPTY, bench -> bench.skb().skbReserve(2));
    all.put(
        LinuxRule.SKB_COW_BEFORE_WRITE,
        bench -> {
          SkBuff skb = bench.skb();
          skb.shareHead(true);
          skb.writableData();
        });
    all.put(
        LinuxRule.SKB_FRAGS_FIT,
        bench -> {
          SkBuff skb = bench.skb();
          for (int i = 0; i <= SkBuff.MAX_SKB_FRAGS; i++) {
            skb.skbAddRxFrag(bench.kernel.skbs().devAllocPage(), 0, 100);
          }
        });
    all.put(
        LinuxRule.SKB_FREE_ANY_IN_HARDIRQ,
        bench -> {
          SkBuff skb = bench.skb();
          bench.kernel.in(HARDIRQ, () -> bench.kernel.skbs().kfreeSkb(skb));
        });
  }

  private void dma() {
    all.put(
        LinuxRule.DMA_MAPPING_CHECKED,
        bench ->
            bench.sends(
                skb -> {
                  bench.kernel.dma().dmaMapSingle(skb.data(), TO_DEVICE);
                  return NETDEV_TX_OK;
                }));
    all.put(
        LinuxRule.DMA_UNMAP_KNOWN,
        bench -> {
          long dma = bench.mapped();
          bench.kernel.dma().dmaUnmapSingle(dma, RulesBench.LENGTH, TO_DEVICE);
          bench.kernel.dma().dmaUnmapSingle(dma, RulesBench.LENGTH, TO_DEVICE);
        });
    all.put(
        LinuxRule.DMA_UNMAP_SAME_SIZE,
        bench -> bench.kernel.dma().dmaUnmapSingle(bench.mapped(), 1, TO_DEVICE));
    all.put(
        LinuxRule.DMA_UNMAP_SAME_DIRECTION,
        bench -> bench.kernel.dma().dmaUnmapSingle(bench.mapped(), RulesBench.LENGTH, FROM_DEVICE));
    all.put(
        LinuxRule.DMA_UNMAP_SAME_KIND,
        bench -> bench.kernel.dma().dmaUnmapPage(bench.mapped(), RulesBench.LENGTH, TO_DEVICE));
    all.put(
        LinuxRule.DMA_SYNC_WITHIN,
        bench -> bench.kernel.dma().dmaSyncSingleRangeForCpu(bench.mapped(), 1, 100, TO_DEVICE));
    all.put(
        LinuxRule.DMA_FREE_COHERENT_IRQS_ON,
        bench -> {
          var ring = bench.kernel.dma().allocate(128, 128);
          bench.kernel.in(HARDIRQ, () -> bench.kernel.dma().release(ring));
        });
    all.put(
        LinuxRule.DMA_NOTHING_LEFT,
        bench -> {
          bench.mapped();
          bench.pci.disable();
        });
  }

  private void transmit() {
    all.put(LinuxRule.XMIT_BUSY_ONLY_WHEN_STOPPED, bench -> bench.sends(skb -> NETDEV_TX_BUSY));
    all.put(
        LinuxRule.XMIT_BUSY_LEAVES_SKB,
        bench ->
            bench.sends(
                skb -> {
                  bench.dev.netdevGetTxQueue(0).netifTxStopQueue();
                  skb.skbPull(14);
                  return NETDEV_TX_BUSY;
                }));
    all.put(
        LinuxRule.XMIT_NOT_AFTER_STOP,
        bench -> {
          bench.closes();
          NetdevQueue queue = bench.dev.netdevGetTxQueue(0);
          NetCore.startXmit(bench.kernel, bench.dev, bench.skb());
        });
    all.put(
        LinuxRule.BQL_COMPLETES_WHAT_WAS_SENT,
        bench -> {
          NetdevQueue queue = bench.dev.netdevGetTxQueue(0);
          queue.netdevTxSentQueue(60);
          queue.netdevTxCompletedQueue(1, 64);
        });
  }

  private void stop() {
    all.put(
        LinuxRule.BQL_RESET_WITH_RING,
        bench -> {
          bench.dev.netdevGetTxQueue(0).netdevTxSentQueue(60);
          bench.closes();
        });
    all.put(
        LinuxRule.STOP_KEEPS_NO_SKB,
        bench -> {
          bench.sends(skb -> NETDEV_TX_OK);
          bench.closes();
        });
    all.put(
        LinuxRule.STOP_DISABLES_NAPI,
        bench -> {
          bench.onStop = () -> {};
          bench.closes();
        });
    all.put(LinuxRule.NETDEV_REGISTERED_ONCE, bench -> bench.dev.registerNetdev());
    all.put(LinuxRule.NETDEV_UNREGISTERED_BEFORE_FREE, bench -> bench.dev.freeNetdev());
  }

  private void napi() {
    all.put(LinuxRule.NAPI_ENABLE_ALTERNATES, bench -> bench.napi.napiEnable());
    polls(LinuxRule.NAPI_WORK_WITHIN_BUDGET, bench -> budget -> budget + 1);
    polls(LinuxRule.NAPI_COMPLETE_BEFORE_LESS, bench -> budget -> budget - 1);
    polls(
        LinuxRule.NAPI_NO_COMPLETE_AT_BUDGET,
        bench -> budget -> bench.napi.napiCompleteDone(budget) ? budget : 0);
    all.put(
        LinuxRule.NAPI_NO_RX_WITH_BUDGET_0,
        bench -> {
          bench.onPoll =
              budget -> {
                bench.napi.napiGroReceive(bench.skb());
                return 0;
              };
          bench.kernel.in(SOFTIRQ, () -> bench.napi.pollOnce(0));
        });
    all.put(LinuxRule.GRO_IN_POLL, bench -> bench.napi.napiGroReceive(bench.skb()));
  }

  private void polls(LinuxRule rule, Function<RulesBench, Napi.Poll> poll) {
    all.put(rule, bench -> bench.polls(poll.apply(bench)));
  }

  private void interrupts() {
    all.put(
        LinuxRule.IRQ_FREED_ONCE,
        bench -> {
          bench.pci.requestIrq(0, () -> IrqReturn.IRQ_HANDLED);
          bench.pci.freeIrq(0);
          bench.pci.freeIrq(0);
        });
    all.put(
        LinuxRule.IRQ_FREED_BEFORE_VECTORS,
        bench -> {
          bench.pci.requestIrq(0, () -> IrqReturn.IRQ_HANDLED);
          bench.pci.pciFreeIrqVectors();
        });
    all.put(
        LinuxRule.IRQ_HANDLER_QUIETS_ITS_DEVICE,
        bench -> {
          bench.line = true;
          bench.pci.requestIrq(0, () -> IrqReturn.IRQ_NONE);
          bench.pci.deliver();
        });
  }
}
