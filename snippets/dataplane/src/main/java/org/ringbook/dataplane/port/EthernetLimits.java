package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.*;

import java.util.EnumSet;
import java.util.Set;

/** What an 8254x can do, and refusal of settings that go beyond it. */
final class EthernetLimits {
  /**
   * The features of the PCI parts. The manual has segmentation of TCP over IPv6 with
   * the rest (8254x SDM 3.5); Linux's e1000 driver does not offer it.
   */
  static final Set<Feature> FEATURES =
      Set.of(
          SCATTER_GATHER,
          TX_CHECKSUM,
          RX_CHECKSUM,
          VLAN_INSERT,
          VLAN_STRIP,
          TSO4,
          TSO6,
          MODERATION,
          JUMBO);

  /** Ethernet header and one VLAN tag, which the MTU does not count. */
  private static final int HEADER = 14 + 4;

  private static final int SMALLEST_MTU = 68;
  private static final int STANDARD_MTU = 1500;
  private static final int LARGEST_MTU = 9000;

  private EthernetLimits() {}

  static void check(PortSettings settings, int bufferSize) {
    EthernetSetup.bufferSizeBits(bufferSize);
    require(settings.queues() == 1, "the device has one pair of rings");
    require(FEATURES.containsAll(settings.features()), "a feature it has not");
    require(
        settings.uses(VLAN_INSERT) == settings.uses(VLAN_STRIP),
        "CTRL.VME inserts and strips, or does neither");
    int largest = settings.uses(JUMBO) ? LARGEST_MTU : STANDARD_MTU;
    boolean fits = settings.mtu() >= SMALLEST_MTU && settings.mtu() <= largest;
    require(fits, "an MTU of " + settings.mtu());
    require(
        settings.uses(SCATTER_GATHER) || buffers(settings, bufferSize) == 1,
        "frames of that MTU need several buffers, and SCATTER_GATHER");
  }

  private static void require(boolean possible, String what) {
    if (!possible) {
      throw new IllegalArgumentException("not with this device: " + what);
    }
  }

  /** Most receive buffers of a frame. */
  static int buffers(PortSettings settings, int bufferSize) {
    return (settings.mtu() + HEADER + bufferSize - 1) / bufferSize;
  }

  /** Settings for frames of one buffer, whatever their size, and nothing else. */
  static PortSettings singleBuffer(int ringSize, int bufferSize) {
    int mtu = Math.min(LARGEST_MTU, bufferSize - HEADER);
    return PortSettings.plain(ringSize).withMtu(mtu).withFeatures(EnumSet.of(JUMBO));
  }
}
