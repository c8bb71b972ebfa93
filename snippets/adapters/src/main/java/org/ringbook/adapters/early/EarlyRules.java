package org.ringbook.adapters.early;

import java.util.Arrays;

/**
 * What to do with which destination port: the program's map. A look-up allocates
 * nothing; a rule more is a table more.
 */
public final class EarlyRules {
  private final int[] keys; // sorted: protocol << 16 | port
  private final EarlyVerdict[] verdicts;

  private EarlyRules(int[] keys, EarlyVerdict[] verdicts) {
    this.keys = keys;
    this.verdicts = verdicts;
  }

  /** No rules: everything passes. */
  public static EarlyRules none() {
    return new EarlyRules(new int[0], new EarlyVerdict[0]);
  }

  /**
   * These rules and another, which replaces one for the same port.
   *
   * @param protocol of IP, 0 to 255
   * @param port of the destination, 0 to 65535; 0 for all others of the protocol,
   *     for fragments, and for protocols without ports
   */
  public EarlyRules with(int protocol, int port, EarlyVerdict verdict) {
    int key = key(protocol, port);
    int found = Arrays.binarySearch(keys, key);
    int at = found < 0 ? -found - 1 : found;
    int size = found < 0 ? keys.length + 1 : keys.length;
    int[] moreKeys = Arrays.copyOf(keys, size);
    EarlyVerdict[] more = Arrays.copyOf(verdicts, size);
    if (found < 0) {
      System.arraycopy(keys, at, moreKeys, at + 1, keys.length - at);
      System.arraycopy(verdicts, at, more, at + 1, keys.length - at);
    }
    moreKeys[at] = key;
    more[at] = verdict;
    return new EarlyRules(moreKeys, more);
  }

  /** The rule for a port, else that for the whole protocol, else PASS. */
  EarlyVerdict verdict(int protocol, int port) {
    int at = Arrays.binarySearch(keys, key(protocol, port));
    if (at < 0) {
      at = Arrays.binarySearch(keys, key(protocol, 0));
    }
    return at < 0 ? EarlyVerdict.PASS : verdicts[at];
  }

  private static int key(int protocol, int port) {
    return (protocol & 0xff) << 16 | (port & 0xffff);
  }
}
