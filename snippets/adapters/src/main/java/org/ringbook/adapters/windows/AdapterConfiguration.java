package org.ringbook.adapters.windows;

import java.util.HashMap;
import java.util.Map;

/**
 * The adapter's keywords in the registry. Those with a star are Windows' own, so any
 * driver has them ("Standardized INF Keywords for Network Devices"); others are the
 * vendor's. Only a thread may read them.
 */
public final class AdapterConfiguration {
  /** Keyword: largest frame in bytes, with header and without check sequence. */
  public static final String JUMBO_PACKET = "*JumboPacket";

  /** Keyword: buffers for each receive queue. */
  public static final String RECEIVE_BUFFERS = "*ReceiveBuffers";

  /** Keyword: receive queues for RSS, at most. */
  public static final String RSS_QUEUES = "*NumRssQueues";

  /** Keyword of the vendor: microseconds between interrupts. */
  public static final String INTERVAL = "InterruptInterval";

  private final Processor processor;
  private final Map<String, Integer> values = new HashMap<>();

  /** No keyword is set. */
  public AdapterConfiguration(Processor processor) {
    this.processor = processor;
  }

  /** Sets a keyword, as an administrator does. */
  public void set(String keyword, int value) {
    values.put(keyword, value);
  }

  /** NdisOpenConfigurationEx, NdisReadConfiguration, NdisCloseConfiguration. */
  public int read(String keyword, int otherwise) {
    processor.passive("NdisOpenConfigurationEx");
    processor.passive("NdisReadConfiguration");
    processor.passive("NdisCloseConfiguration");
    return values.getOrDefault(keyword, otherwise);
  }
}
