package org.ringbook.adapters.windows;

import java.util.Map;
import java.util.function.Consumer;
import org.ringbook.dataplane.port.Port;

/** Answers OID requests; one at a time, as NDIS serialises them. */
final class OidHandler {
  private static final int NANOSECONDS = 1000;
  private static final int DEFAULT_INTERVAL = 125;

  private final MiniportAdapter adapter;
  private final Port port;
  private final Queues queues;
  private final MiniportStatistics statistics;
  private final Consumer<Boolean> filter;
  private final Consumer<Boolean> receiveScale;

  OidHandler(
      MiniportAdapter adapter,
      Port port,
      Queues queues,
      MiniportStatistics statistics,
      Consumer<Boolean> filter,
      Consumer<Boolean> receiveScale) {
    this.filter = filter;
    this.receiveScale = receiveScale;
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
        filter.accept(information.get("PacketFilter") != 0);
        yield NdisStatus.SUCCESS;
      }
      case OID_GEN_INTERRUPT_MODERATION -> {
        moderate(information.get("InterruptModeration") != 0);
        yield NdisStatus.SUCCESS;
      }
      case OID_TCP_OFFLOAD_PARAMETERS -> receiveChecksums(information);
      case OID_GEN_RECEIVE_SCALE_PARAMETERS -> {
        receiveScale.accept(information.get("HashInformation") != 0);
        yield NdisStatus.SUCCESS;
      }
      default -> NdisStatus.NOT_SUPPORTED;
    };
  }

  /** TCPIPv4Checksum: 0 no change, 1 neither, 2 send, 3 receive, 4 both ways. */
  private NdisStatus receiveChecksums(Map<String, Long> information) {
    long value = information.getOrDefault("TCPIPv4Checksum", 0L);
    if (value < 0 || value > 4) {
      return NdisStatus.INVALID_DATA;
    }
    for (int i = 0; value > 0 && i < queues.count(); i++) {
      queues.receive(i).reportChecksums(value >= 3);
    }
    return NdisStatus.SUCCESS;
  }

  /** The OID turns it on or off; for how long is a keyword of the vendor. */
  private void moderate(boolean on) {
    AdapterConfiguration configuration = adapter.configuration();
    int micros = configuration.read(AdapterConfiguration.INTERVAL, DEFAULT_INTERVAL);
    for (int vector = 0; vector < port.vectors(); vector++) {
      port.moderate(vector, on ? micros * NANOSECONDS : 0);
    }
  }

  private NdisStatus query(Oid oid, Map<String, Long> information) {
    switch (oid) {
      case OID_GEN_STATISTICS -> {
        long discarded = queues.sum(ReceivePath::discarded);
        long damaged = queues.sum(ReceivePath::damaged);
        information.putAll(statistics.fields(discarded, damaged));
      }
      case OID_GEN_MAXIMUM_FRAME_SIZE ->
          information.put("MaximumFrameSize", (long) port.settings().mtu());
      default -> {
        return NdisStatus.NOT_SUPPORTED;
      }
    }
    return NdisStatus.SUCCESS;
  }
}
