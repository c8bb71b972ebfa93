package org.ringbook.adapters.windows;

import java.util.Map;
import org.ringbook.dataplane.port.Port;

/** Answers OID requests; one at a time, as NDIS serialises them. */
final class OidHandler {
  private static final int NANOSECONDS = 1000;
  private static final int DEFAULT_INTERVAL = 125;

  private final MiniportAdapter adapter;
  private final Port port;
  private final Queues queues;
  private final MiniportStatistics statistics;

  OidHandler(
      MiniportAdapter adapter, Port port, Queues queues, MiniportStatistics statistics) {
    this.adapter = adapter;
    this.port = port;
    this.queues = queues;
    this.statistics = statistics;
  }

  /** Answers one; what the driver does not know is NOT_SUPPORTED. */
  NdisStatus handle(OidRequest request) {
    return request.set()
        ? set(request.oid(), request.information())
        : query(request.oid(), request.information());
  }

  private NdisStatus set(Oid oid, Map<String, Long> information) {
    return switch (oid) {
      case OID_GEN_CURRENT_PACKET_FILTER -> {
        queues.flow(information.get("PacketFilter") != 0);
        yield NdisStatus.SUCCESS;
      }
      case OID_GEN_INTERRUPT_MODERATION -> {
        moderate(information.get("InterruptModeration") != 0);
        yield NdisStatus.SUCCESS;
      }
      default -> NdisStatus.NOT_SUPPORTED;
    };
  }

  /** The OID turns it on or off; for how long is a keyword of the vendor. */
  private void moderate(boolean on) {
    int micros =
        adapter.configuration().read(AdapterConfiguration.INTERVAL, DEFAULT_INTERVAL);
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.moderate(vector, on ? micros * NANOSECONDS : 0);
    }
  }

  private NdisStatus query(Oid oid, Map<String, Long> information) {
    switch (oid) {
      case OID_GEN_STATISTICS ->
          information.putAll(
              statistics.fields(
                  queues.sum(ReceivePath::discarded), queues.sum(ReceivePath::damaged)));
      case OID_GEN_MAXIMUM_FRAME_SIZE ->
          information.put("MaximumFrameSize", (long) port.settings().mtu());
      default -> {
        return NdisStatus.NOT_SUPPORTED;
      }
    }
    return NdisStatus.SUCCESS;
  }
}
