package org.ringbook.dataplane.port;

import java.util.List;
import java.util.Set;

/**
 * How a port is to be brought up.
 *
 * @param queues pairs of rings, 1 to what the device has
 * @param ringSize descriptors of each ring: 8 to 4096, a multiple of 8
 * @param mtu largest IP packet in bytes, 68 to 9000
 * @param features to use, of those that the device has
 * @param rssKey 40 bytes, or none without {@link Feature#RSS}
 */
public record PortSettings(
    int queues, int ringSize, int mtu, Set<Feature> features, List<Byte> rssKey) {

  /** Copies what could change. */
  public PortSettings {
    features = Set.copyOf(features);
    rssKey = List.copyOf(rssKey);
  }

  /** One queue, an MTU of 1500, no feature. */
  public static PortSettings plain(int ringSize) {
    return new PortSettings(1, ringSize, 1500, Set.of(), List.of());
  }

  /** The same with another MTU. */
  public PortSettings withMtu(int bytes) {
    return new PortSettings(queues, ringSize, bytes, features, rssKey);
  }

  /** The same with other features. */
  public PortSettings withFeatures(Set<Feature> others) {
    return new PortSettings(queues, ringSize, mtu, others, rssKey);
  }

  /** Whether a feature is to be used. */
  public boolean uses(Feature feature) {
    return features.contains(feature);
  }
}
