package org.ringbook.search.apimap;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When in a driver's life a call is made. */
public enum Phase {
  /** Once, when the device or a queue is brought up. */
  SETUP,
  /** For each packet or batch: what it costs is paid millions of times a second. */
  PACKET,
  /** Once, when a queue or the device goes away. */
  TEARDOWN,
  /** Not bound to one phase, or the same in all of them. */
  ANY;

  /** As the data files write it: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phase with this key, if there is one. */
  public static Optional<Phase> of(String key) {
    return Stream.of(values()).filter(phase -> phase.key().equals(key)).findFirst();
  }
}
