package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the driver calls, by the kernel's names and in its order. */
class LinuxTraceTest {

  private static List<String> calls(int from, Bench bench) {
    List<String> all = bench.host().trace();
    return all.subList(from, all.size());
  }

  @Test
  void sendingAFrameOfTwoPieces() {
    try (Bench bench = new Bench(DeviceKind.I8254X, KnownHost.LINUX.factory())) {
      int from = bench.host().trace().size();
      bench.host().send(Frames.scattered(Frames.plain(200), 2));
      bench.settle();
      assertEquals(
          List.of(
              "alloc_skb",
              "dev_alloc_page",
              "skb_add_rx_frag",
              "ndo_start_xmit",
              "eth_skb_pad",
              "dma_map_single",
              "dma_mapping_error",
              "skb_frag_dma_map",
              "dma_mapping_error",
              "netdev_tx_sent_queue",
              "napi_schedule",
              "dma_unmap_single",
              "dma_unmap_page",
              "napi_consume_skb",
              "netdev_tx_completed_queue",
              "smp_mb",
              "napi_complete_done"),
          calls(from, bench));
    }
  }

  @Test
  void receivingALargeFrame() {
    try (Bench bench = new Bench(DeviceKind.I8254X, KnownHost.LINUX.factory())) {
      int from = bench.host().trace().size();
      bench.fromFarEnd(Frames.plain(1000));
      bench.settle();
      assertEquals(
          List.of(
              "napi_schedule",
              "dev_alloc_page",
              "dma_map_page",
              "dma_mapping_error",
              "dma_unmap_page",
              "napi_build_skb",
              "skb_set_hash",
              "skb_record_rx_queue",
              "eth_type_trans",
              "napi_gro_receive",
              "netif_receive_skb",
              "napi_complete_done"),
          calls(from, bench));
    }
  }

  @Test
  void comingAndGoing() {
    Bench bench = new Bench(DeviceKind.I8254X, KnownHost.LINUX.factory());
    List<String> up = bench.host().trace();
    assertEquals("pci_enable_device", up.getFirst());
    assertTrue(up.indexOf("request_irq") > up.indexOf("register_netdev"));
    int from = up.size();
    bench.close();
    List<String> down = calls(from, bench).stream().distinct().toList();
    assertEquals("rtnl_lock", down.getFirst());
    assertTrue(down.indexOf("napi_disable") < down.indexOf("dma_unmap_page"));
    assertEquals("pci_disable_device", down.getLast());
  }
}
