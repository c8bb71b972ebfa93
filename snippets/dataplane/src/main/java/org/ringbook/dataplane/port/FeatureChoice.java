package org.ringbook.dataplane.port;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comes of a wish for features: those that the device has and that make sense
 * together, and for each other one the reason. Made when a driver attaches, and
 * again whenever somebody switches a feature.
 *
 * <p>Segmentation needs checksums, since each segment has its own, and frames in
 * several pieces, since a large send lies in many pages (Linux {@code
 * netdev_fix_features} in net/core/dev.c drops it for the same two reasons). A rule
 * only takes features away, so the order of wishes does not matter.
 *
 * @param granted what {@link PortSettings} may say
 * @param refused what was wanted and is not granted, with the reason
 */
public record FeatureChoice(Set<Feature> granted, Map<Feature, String> refused) {
  private static final List<Feature> LARGE = List.of(Feature.TSO4, Feature.TSO6);

  private static final List<Feature> NEEDED_BY_THEM =
      List.of(Feature.TX_CHECKSUM, Feature.SCATTER_GATHER);

  /** Copies both. */
  public FeatureChoice {
    granted = Set.copyOf(granted);
    refused = Map.copyOf(refused);
  }

  // tag::of[]
  /**
   * Chooses.
   *
   * @param device features of the device
   * @param wanted features that stack or administrator would like
   * @param together features that the device has one switch for: all or none; may be
   *     empty
   */
  public static FeatureChoice of(
      Set<Feature> device, // read from it, not from a table
      Set<Feature> wanted,
      Set<Feature> together) {
    Map<Feature, String> refused = new EnumMap<>(Feature.class);
    Set<Feature> left = EnumSet.noneOf(Feature.class);
    left.addAll(wanted);
    for (Feature feature : wanted) {
      if (!device.contains(feature)) {
        drop(feature, "the device has it not", left, refused);
      }
    }
    for (Feature need : NEEDED_BY_THEM) {
      if (!left.contains(need)) {
        LARGE.forEach(tso -> drop(tso, "needs " + need, left, refused));
      }
    }
    if (!left.containsAll(together)) {
      together.forEach(one -> drop(one, "one switch for both", left, refused));
    }
    return new FeatureChoice(left, refused);
  }

  private static void drop(
      Feature feature, String why, Set<Feature> left, Map<Feature, String> refused) {
    if (left.remove(feature)) {
      refused.put(feature, why);
    }
  }
  // end::of[]
}
