package org.ringbook.porter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the type names of Linux in C code, by what has to replace them. */
public final class TypeInventory {

  /** What a type says beyond its name, and so what its replacement must say. */
  public enum Kind {
    /** A width and a sign: {@code u32}, {@code __s16}. */
    WIDTH("(?:__)?[us](?:8|16|32|64)"),
    /** A byte order, which only a checker sees: {@code __le32}, {@code __be16}. */
    BYTE_ORDER("__[lb]e(?:16|32|64)|__sum16|__wsum"),
    /**
     * A meaning whose width the kernel decides: {@code dma_addr_t}, {@code gfp_t}.
     */
    MEANING(
        "dma_addr_t|phys_addr_t|resource_size_t|gfp_t|netdev_tx_t|netdev_features_t"
            + "|irqreturn_t|ktime_t|cycles_t|skb_frag_t|u64_stats_t"),
    /** As wide as a register, or not: {@code unsigned long}. */
    LONG("unsigned\\s+long(?!\\s+long)|(?<!long\\s)long(?!\\s+long)"),
    /** A type of the kernel's own, with what it does: {@code struct sk_buff}. */
    OBJECT(
        "struct\\s+(?:sk_buff|net_device|napi_struct|pci_dev|device|page"
            + "|net_device_stats|netdev_queue|delayed_work|work_struct|timer_list"
            + "|u64_stats_sync|skb_shared_info|ethtool_\\w+|ifreq|netdev_bpf"
            + "|rtnl_link_stats64)"
            + "|spinlock_t|atomic_t|wait_queue_head_t");

    private final Pattern pattern;

    Kind(String names) {
      pattern = Pattern.compile("(?<!\\w)(?:" + names + ")\\b");
    }
  }

  private TypeInventory() {}

  /** How often each type of a kind is named, with one space between words. */
  public static Map<String, Integer> of(List<CSource> sources, Kind kind) {
    Map<String, Integer> counts = new TreeMap<>();
    for (CSource source : sources) {
      Matcher matcher = kind.pattern.matcher(source.code());
      while (matcher.find()) {
        counts.merge(matcher.group().replaceAll("\\s+", " "), 1, Integer::sum);
      }
    }
    return counts;
  }
}
