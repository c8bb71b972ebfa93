package org.ringbook.adapters.windows;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ringbook.adapters.host.RuleBroken;

/**
 * A pool of NET_BUFFER_LISTs (NdisAllocateNetBufferListPool). A driver allocates a
 * pool and its lists at initialisation, to have none to allocate while frames flow,
 * and frees both before it is gone.
 */
public final class NetBufferListPool {
  private final Processor processor;
  private final Set<NetBufferList> live =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** NdisAllocateNetBufferListPool: up to DISPATCH_LEVEL. */
  public NetBufferListPool(Processor processor) {
    this.processor = processor;
    processor.upToDispatch("NdisAllocateNetBufferListPool");
  }

  /**
   * NdisAllocateNetBufferAndNetBufferList: a list of frames.
   *
   * @param frames one; or several, each added by NdisAllocateNetBuffer
   * @return the list, held by its allocator
   */
  public NetBufferList allocate(NetBuffer... frames) {
    processor.upToDispatch("NdisAllocateNetBufferAndNetBufferList");
    NetBufferList list = new NetBufferList(frames);
    live.add(list);
    return list;
  }

  /** NdisFreeNetBufferList: by the allocator, which must hold it. */
  public void free(NetBufferList list) {
    processor.upToDispatch("NdisFreeNetBufferList");
    if (list.holder() != NetBufferList.Holder.ALLOCATOR || !live.remove(list)) {
      throw new RuleBroken(
          "a list is freed once, by its allocator, while it holds it",
          "WDK, NdisFreeNetBufferList",
          "held by " + list.holder());
    }
    list.holder(NetBufferList.Holder.NOBODY);
  }

  /** NdisFreeNetBufferListPool: all lists must have been freed. */
  public void freePool() {
    processor.upToDispatch("NdisFreeNetBufferListPool");
    if (!live.isEmpty()) {
      throw new RuleBroken(
          "all lists are freed before their pool",
          "WDK, NdisFreeNetBufferListPool",
          live.size() + " are not");
    }
  }

  /** Lists allocated and not freed. */
  public int allocated() {
    return live.size();
  }
}
