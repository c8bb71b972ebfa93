package org.ringbook.adapters.rtos;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counters, by the names of lwIP's {@code stats_mib2_netif_ctrs}. */
final class DriverStatistics {
  private long sentFrames;
  private long sentBytes;
  private long receivedFrames;
  private long receivedBytes;
  private long aborted;

  void sent(int bytes) {
    sentFrames++;
    sentBytes += bytes;
  }

  void received(int bytes) {
    receivedFrames++;
    receivedBytes += bytes;
  }

  void aborted() {
    aborted++;
  }

  /** All counters; {@code lost} is what ring and stack had no room for. */
  Map<String, Long> all(long lost, long damaged) {
    Map<String, Long> all = new LinkedHashMap<>();
    all.put("ifinucastpkts", receivedFrames);
    all.put("ifinoctets", receivedBytes);
    all.put("ifindiscards", lost);
    all.put("ifinerrors", damaged);
    all.put("ifoutucastpkts", sentFrames);
    all.put("ifoutoctets", sentBytes);
    all.put("ifoutdiscards", aborted);
    return all;
  }
}
