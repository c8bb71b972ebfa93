package org.ringbook.adapters.conformance;

import static org.ringbook.dataplane.port.Feature.TSO4;
import static org.ringbook.dataplane.port.Feature.TX_CHECKSUM;
import static org.ringbook.dataplane.port.Feature.VLAN_INSERT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.host.Outgoing;
import org.ringbook.dataplane.port.Feature;

/** Frames to send, and the bytes that the far end must see for them. */
record Workload(List<Outgoing> frames, List<byte[]> onTheWire) {

  /** A workload that uses what the driver offers. */
  static Workload of(Set<Feature> features) {
    Workload work = new Workload(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < 100; i++) {
      work.add(features, i);
    }
    return work;
  }

  private void add(Set<Feature> features, int number) {
    byte[] plain = Frames.plain(60 + 13 * number);
    byte[] tcp = IpFrames.tcp(4, 4000 + number, number, IpFrames.ACK, IpFrames.payload(number + 6));
    frames.add(Outgoing.of(plain));
    onTheWire.add(plain);
    if (features.contains(VLAN_INSERT)) {
      frames.add(new Outgoing(List.of(plain), number + 1, false, 0));
      onTheWire.add(TransmitOffloadContract.tagged(plain, number + 1));
    }
    if (features.contains(TX_CHECKSUM)) {
      byte[] raw = IpFrames.unchecked(tcp);
      frames.add(new Outgoing(List.of(raw), Outgoing.NO_VLAN, true, 0));
      onTheWire.add(tcp);
    }
    if (features.contains(TSO4)) {
      addSegmented(number);
    }
  }

  private void addSegmented(int number) {
    byte[] payload = IpFrames.payload(2000 + 37 * number);
    byte[] whole = IpFrames.tcp(4, 5000, number, IpFrames.ACK, payload);
    List<byte[]> raw = Frames.scattered(IpFrames.unchecked(whole), 3).pieces();
    frames.add(new Outgoing(raw, Outgoing.NO_VLAN, true, 1400));
    onTheWire.addAll(IpFrames.segments(whole, 1400));
  }
}
