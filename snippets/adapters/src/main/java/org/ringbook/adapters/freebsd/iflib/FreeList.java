package org.ringbook.adapters.freebsd.iflib;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;

/** iflib's receive buffers (iflib_fl): an mbuf and a map for each index. */
final class FreeList {
  private final Mbufs allocator;
  private final DmaTag tag;
  private final DmaMap[] maps;
  private final Mbuf[] mbufs;

  FreeList(Iflib iflib) {
    allocator = iflib.mbufs();
    tag = new DmaTag(iflib.kernel(), Mbufs.MCLBYTES, 1);
    maps = new DmaMap[iflib.context().rxDescriptors()];
    mbufs = new Mbuf[maps.length];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = tag.createMap();
    }
  }

  int size() {
    return maps.length;
  }

  /** Indices that have a buffer. */
  int posted() {
    int count = 0;
    for (Mbuf m : mbufs) {
      count += m == null ? 0 : 1;
    }
    return count;
  }

  /** Gives free indices a buffer; fewer than asked for without memory. */
  List<Integer> fill(int most) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < maps.length && filled.size() < most; i++) {
      if (mbufs[i] == null) {
        if (!post(i)) {
          break;
        }
        filled.add(i);
      }
    }
    return filled;
  }

  private boolean post(int i) {
    Mbuf m = allocator.getcl();
    if (m == null) {
      return false;
    }
    m.length(Mbufs.MCLBYTES);
    m.header().length(Mbufs.MCLBYTES);
    if (maps[i].loadMbufSg(m) != 0) {
      allocator.freem(m);
      return false;
    }
    maps[i].sync(DmaMap.Sync.PREREAD);
    mbufs[i] = m;
    return true;
  }

  long busAddress(int i) {
    return maps[i].busAddress(0);
  }

  /** {@code rxd_frag_to_sd}: takes the buffer out, for the CPU. */
  Mbuf take(int i) {
    boolean there = i >= 0 && i < mbufs.length && mbufs[i] != null;
    Rule.FRAGMENT_POSTED.require(there, "index " + i);
    Mbuf m = mbufs[i];
    mbufs[i] = null;
    maps[i].sync(DmaMap.Sync.POSTREAD);
    maps[i].unload();
    return m;
  }

  /** Frees all buffers. */
  void clear() {
    for (int i = 0; i < maps.length; i++) {
      if (mbufs[i] != null) {
        allocator.freem(take(i));
      }
    }
  }

  void destroy() {
    for (DmaMap map : maps) {
      map.destroy();
    }
    tag.destroy();
  }
}
