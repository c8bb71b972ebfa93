package org.ringbook.adapters.windows;

import java.util.LinkedHashMap;
import java.util.Map;

/** What OID_GEN_STATISTICS reports: fields of NDIS_STATISTICS_INFO (ntddndis.h). */
final class MiniportStatistics {
  private long sentFrames;
  private long sentBytes;
  private long sendErrors;
  private long sendDiscards;
  private long receivedFrames;
  private long receivedBytes;
  private long receiveDiscards;

  void sent(int bytes, NdisStatus status) {
    switch (status) {
      case SUCCESS -> {
        sentFrames++;
        sentBytes += bytes;
      }
      case SEND_ABORTED, RESOURCES -> sendDiscards++;
      default -> sendErrors++;
    }
  }

  void received(int bytes) {
    receivedFrames++;
    receivedBytes += bytes;
  }

  void discarded() {
    receiveDiscards++;
  }

  /**
   * All fields by name.
   *
   * @param ringDiscards frames that the receive rings lost for want of buffers
   * @param ringErrors frames that the receive rings dropped as damaged
   */
  Map<String, Long> fields(long ringDiscards, long ringErrors) {
    Map<String, Long> fields = new LinkedHashMap<>();
    fields.put("ifHCInUcastPkts", receivedFrames);
    fields.put("ifHCInOctets", receivedBytes);
    fields.put("ifInDiscards", receiveDiscards + ringDiscards);
    fields.put("ifInErrors", ringErrors);
    fields.put("ifHCOutUcastPkts", sentFrames);
    fields.put("ifHCOutOctets", sentBytes);
    fields.put("ifOutErrors", sendErrors);
    fields.put("ifOutDiscards", sendDiscards);
    return fields;
  }
}
