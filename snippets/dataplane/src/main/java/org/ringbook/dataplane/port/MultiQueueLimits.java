package org.ringbook.dataplane.port;

import static org.ringbook.dataplane.port.Feature.JUMBO;
import static org.ringbook.dataplane.port.Feature.RSS;
import static org.ringbook.dataplane.port.Feature.SCATTER_GATHER;

import java.util.EnumSet;
import java.util.Set;

/** What an 82599 can do, and refusal of settings that go beyond it. */
final class MultiQueueLimits {
  /** It has them all. */
  static final Set<Feature> FEATURES = Set.copyOf(EnumSet.allOf(Feature.class));

  /** As many as one redirection table can name, of the 128 there are. */
  static final int QUEUES = 16;

  /** SRRCTL counts buffers in KiB (82599 datasheet 8.2.3.8.7). */
  static final int BUFFER_UNIT = 1024;

  static final int KEY_BYTES = 40;

  /** Ethernet header and one VLAN tag, which the MTU does not count. */
  static final int HEADER = 14 + 4;

  private static final int LARGEST_BUFFER = 16 * BUFFER_UNIT;
  private static final int SMALLEST_MTU = 68;
  private static final int STANDARD_MTU = 1500;
  private static final int LARGEST_MTU = 9000;

  private MultiQueueLimits() {}

  static void check(PortSettings settings, int bufferSize) {
    int queues = settings.queues();
    require(queues >= 1 && queues <= QUEUES, queues + " queues");
    boolean whole = bufferSize % BUFFER_UNIT == 0 && bufferSize > 0;
    require(whole && bufferSize <= LARGEST_BUFFER, "buffers of " + bufferSize);
    int key = settings.rssKey().size();
    require(!settings.uses(RSS) || key == KEY_BYTES, "an RSS key of " + key);
    checkMtu(settings, bufferSize);
  }

  private static void checkMtu(PortSettings settings, int bufferSize) {
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
    return Math.ceilDiv(settings.mtu() + HEADER, bufferSize);
  }
}
