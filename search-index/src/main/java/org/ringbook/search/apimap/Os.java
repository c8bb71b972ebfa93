package org.ringbook.search.apimap;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The systems that the map compares, in the order of the tables' columns. */
public enum Os {
  LINUX("Linux"),
  FREEBSD("FreeBSD"),
  NETBSD("NetBSD"),
  ILLUMOS("illumos"),
  WINDOWS("Windows"),
  /** A real-time system without heap or threads in the fast path: this book's own adapter. */
  RTOS("RTOS");

  private final String title;

  Os(String title) {
    this.title = title;
  }

  /** As the project itself writes its name. */
  public String title() {
    return title;
  }

  /** As the data files write it: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The system with this key, if the map has it. */
  public static Optional<Os> of(String key) {
    return Stream.of(values()).filter(os -> os.key().equals(key)).findFirst();
  }
}
