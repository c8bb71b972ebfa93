package org.ringbook.adapters.windows;

import static java.util.Collections.newSetFromMap;

import java.util.IdentityHashMap;
import java.util.Set;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.adapters.windows.NetBufferList.Holder;

/**
 * The lists that changed hands at NDIS' lower edge: those the miniport has to
 * complete, and those it indicated and has not got back.
 */
final class Ledger {
  private final Set<NetBufferList> sending = identitySet();
  private final Set<NetBufferList> indicated = identitySet();

  private static Set<NetBufferList> identitySet() {
    return newSetFromMap(new IdentityHashMap<>());
  }

  void send(NetBufferList list) {
    list.holder(Holder.MINIPORT);
    sending.add(list);
  }

  void complete(NetBufferList list) {
    if (!sending.contains(list)) {
      throw new RuleBroken(
          "a list is completed once, by the miniport that holds it",
          "WDK, NdisMSendNetBufferListsComplete",
          "it is held by " + list.holder());
    }
    for (NetBuffer at = list.first(); at != null; at = at.next()) {
      requireUnmapped(at);
    }
    sending.remove(list);
    list.holder(Holder.ALLOCATOR);
  }

  private static void requireUnmapped(NetBuffer frame) {
    if (frame.scatterGather() != null) {
      throw new RuleBroken(
          "a list is completed when all its frames are done, and unmapped",
          "WDK, NdisMFreeNetBufferSGList and NET_BUFFER_LIST",
          "a frame of it is with the device");
    }
  }

  void indicate(NetBufferList list) {
    if (list.holder() != Holder.ALLOCATOR) {
      throw new RuleBroken(
          "a list is not indicated again before NDIS has returned it",
          "WDK, NdisMIndicateReceiveNetBufferLists",
          "it is held by " + list.holder());
    }
    list.holder(Holder.NDIS);
    indicated.add(list);
  }

  void giveBack(NetBufferList list) {
    indicated.remove(list);
    list.holder(Holder.ALLOCATOR);
  }

  int sending() {
    return sending.size();
  }

  int indicated() {
    return indicated.size();
  }

  void requireEmpty(String when, String source) {
    if (!sending.isEmpty() || !indicated.isEmpty()) {
      throw new RuleBroken(
          when + " all sends are completed and all received lists are back",
          source,
          sending.size() + " sends and " + indicated.size() + " receives are open");
    }
  }
}
