package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.LinuxRule.*;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A packet buffer ({@code struct sk_buff}): one linear part with room at both ends,
 * and frags for the rest.
 *
 * <pre>
 *   head          data           tail             end
 *    |  headroom   |  skb_headlen |    tailroom    | skb_shared_info |
 * </pre>
 *
 * <p>Someone owns it: the stack, until {@code ndo_start_xmit} gets it; the driver,
 * until it frees it or hands it up. Who does not own it may not touch it.
 */
public final class SkBuff {
  /** Most frags ({@code MAX_SKB_FRAGS}). */
  public static final int MAX_SKB_FRAGS = 17;

  /** Bytes kept free behind the linear part for {@code struct skb_shared_info}. */
  static final int SHARED_INFO = 320;

  private final LinuxKernel kernel;
  private final MemorySegment head;
  private final SkbFields fields = new SkbFields();
  private final List<SkbFrag> frags = new ArrayList<>();
  private final List<SkBuff> merged = new ArrayList<>();
  private int data;
  private int tail;
  private boolean live = true;
  private boolean drivers = true;
  private boolean cloned;
  private boolean dropped;

  SkBuff(LinuxKernel kernel, MemorySegment head) {
    this.kernel = kernel;
    this.head = head;
  }

  /** What stands beside the bytes: checksum, segmentation, tag, queue, hash. */
  public SkbFields fields() {
    requireOwned("fields");
    return fields;
  }

  /** {@code skb_reserve}: makes headroom, while the skb is empty. */
  public void skbReserve(int bytes) {
    requireOwned("skb_reserve");
    SKB_RESERVE_WHEN_EMPTY.require(data == tail, data + " to " + tail);
    data += bytes;
    tail += bytes;
  }

  /** {@code skb_put}: lengthens the linear part; its new bytes. */
  public MemorySegment skbPut(int bytes) {
    requireOwned("skb_put");
    SKB_PUT_IS_LINEAR.require(frags.isEmpty(), frags.size() + " frags follow");
    SKB_PUT_FITS_TAILROOM.require(bytes <= end() - tail, bytes + " bytes");
    tail += bytes;
    return head.asSlice((long) tail - bytes, bytes);
  }

  /** {@code skb_push}: lengthens the linear part at the front. */
  public MemorySegment skbPush(int bytes) {
    requireOwned("skb_push");
    SKB_PUSH_FITS_HEADROOM.require(bytes <= data, bytes + " bytes");
    data -= bytes;
    return head.asSlice(data, bytes);
  }

  /** {@code skb_pull}: takes bytes off the front; false if there are too few. */
  public boolean skbPull(int bytes) {
    requireOwned("skb_pull");
    boolean enough = bytes <= tail - data;
    data += enough ? bytes : 0;
    return enough;
  }

  /** {@code skb_headlen}: bytes of the linear part. */
  public int skbHeadlen() {
    requireOwned("skb_headlen");
    return tail - data;
  }

  /** {@code skb_tailroom}: bytes that skb_put may still add. */
  public int skbTailroom() {
    requireOwned("skb_tailroom");
    return frags.isEmpty() ? end() - tail : 0;
  }

  /** {@code skb->len}: all bytes. */
  public int len() {
    requireOwned("len");
    return rawLength();
  }

  /** {@code skb->data}: the linear part, for reading and for the device. */
  public MemorySegment data() {
    requireOwned("data");
    return head.asSlice(data, (long) tail - data);
  }

  /** The linear part, to write headers; refused while a clone shares it. */
  public MemorySegment writableData() {
    SKB_COW_BEFORE_WRITE.require(!cloned, "written as it was");
    return data();
  }

  /** {@code skb_shinfo(skb)->frags}. */
  public List<SkbFrag> frags() {
    requireOwned("frags");
    return List.copyOf(frags);
  }

  /** {@code skb_add_rx_frag}: adds a part of a page, which the skb holds then. */
  public void skbAddRxFrag(Page page, int offset, int size) {
    requireOwned("skb_add_rx_frag");
    kernel.call("skb_add_rx_frag");
    SKB_FRAGS_FIT.require(frags.size() < MAX_SKB_FRAGS, "one more");
    frags.add(new SkbFrag(page, offset, size));
  }

  private int end() {
    return (int) head.byteSize() - SHARED_INFO;
  }

  int room() {
    return end() - tail;
  }

  int rawLength() {
    return tail - data + frags.stream().mapToInt(SkbFrag::size).sum();
  }

  void requireOwned(String touch) {
    SKB_NOT_USED_AFTER_FREE.require(live, touch);
    SKB_NOT_USED_AFTER_HANDOVER.require(drivers, touch);
  }

  void shareHead(boolean shared) {
    cloned = shared;
  }

  void toStack() {
    requireOwned("handed over");
    drivers = false;
  }

  void toDriver() {
    drivers = true;
  }

  boolean isLive() {
    return live;
  }

  boolean wasDropped() {
    return dropped;
  }

  /** Marks it freed; its memory is {@link SkBuffs}' to free. */
  void die(boolean asDrop) {
    SKB_FREED_ONCE.require(live, "freed again");
    live = false;
    dropped = asDrop;
  }

  MemorySegment head() {
    return head;
  }

  List<SkbFrag> rawFrags() {
    return frags;
  }

  SkbFields rawFields() {
    return fields;
  }

  /** Where the linear part starts and ends, to see whether someone moved it. */
  long shape() {
    return (long) data << 40 | (long) tail << 16 | frags.size();
  }

  MemorySegment rawData() {
    return head.asSlice(data, (long) tail - data);
  }

  /** Segments that GRO merged into this one. */
  List<SkBuff> merged() {
    return merged;
  }
}
