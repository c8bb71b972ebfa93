package org.ringbook.adapters.illumos;

import java.util.HashSet;
import java.util.Set;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.port.PortSettings;

/** What of a link can be set, and to what. */
final class LinkSettings {
  private static final int EBUSY = 16;
  private static final int EINVAL = 22;

  private LinkSettings() {}

  /** The MAC layer wants tags left where they are. */
  static PortSettings withoutTags(PortSettings from) {
    Set<Feature> features = new HashSet<>(from.features());
    features.remove(Feature.VLAN_INSERT);
    features.remove(Feature.VLAN_STRIP);
    int queues = from.queues();
    int size = from.ringSize();
    return new PortSettings(queues, size, from.mtu(), features, from.rssKey());
  }

  /** 0, or the error that mc_setprop returns for this MTU. */
  static int checkMtu(Port port, boolean started, int bytes) {
    int most = port.features().contains(Feature.JUMBO) ? 9000 : 1500;
    if (started) {
      return EBUSY;
    }
    return bytes < 68 || bytes > most ? EINVAL : 0;
  }
}
