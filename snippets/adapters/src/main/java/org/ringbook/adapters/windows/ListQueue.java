package org.ringbook.adapters.windows;

/** NET_BUFFER_LISTs linked by their own Next fields: no memory is needed to queue. */
final class ListQueue {
  private NetBufferList first;
  private NetBufferList last;
  private int count;

  void add(NetBufferList list) {
    list.next(null);
    if (first == null) {
      first = list;
    } else {
      last.next(list);
    }
    last = list;
    count++;
  }

  boolean isEmpty() {
    return first == null;
  }

  int count() {
    return count;
  }

  /** Hands the whole chain over. */
  NetBufferList takeAll() {
    NetBufferList chain = first;
    first = null;
    last = null;
    count = 0;
    return chain;
  }
}
