package org.ringbook.adapters.windows;

/**
 * NET_BUFFER_LIST: frames that go through the stack together, with what is said of all
 * of them. It has one holder at a time, and is completed as a whole: only when the
 * last of its NET_BUFFERs is done (WDK, "Send and Receive Operations").
 */
public final class NetBufferList {

  /** Who may touch a list. */
  public enum Holder {
    /** The driver that allocated it, and nobody else. */
    ALLOCATOR,
    /** The miniport, between MiniportSendNetBufferLists and its completion. */
    MINIPORT,
    /** NDIS and protocols, between an indication and its return. */
    NDIS,
    /** Freed. */
    NOBODY
  }

  private final NetBuffer first;
  private NetBufferList next;
  private NdisStatus status = NdisStatus.SUCCESS;
  private Holder holder = Holder.ALLOCATOR;
  private ChecksumInfo checksum = ChecksumInfo.NONE;
  private LargeSendInfo largeSend = LargeSendInfo.NONE;
  private Ieee8021QInfo vlan = Ieee8021QInfo.NONE;
  private int hash;
  private int queue;
  private int undone;
  private Object reserved;

  /** A list of frames, at least one. */
  NetBufferList(NetBuffer... frames) {
    first = frames[0];
    for (int i = 0; i < frames.length; i++) {
      frames[i].belongTo(this, i + 1 < frames.length ? frames[i + 1] : null);
    }
  }

  /** NET_BUFFER_LIST_FIRST_NB. */
  public NetBuffer first() {
    return first;
  }

  /** NET_BUFFER_LIST_NEXT_NBL. */
  public NetBufferList next() {
    return next;
  }

  /** Links another list behind this one, or unlinks with null. */
  public void next(NetBufferList more) {
    next = more;
  }

  /** NET_BUFFER_LIST_STATUS. */
  public NdisStatus status() {
    return status;
  }

  /** Sets what became of it. */
  public void status(NdisStatus value) {
    status = value;
  }

  /** Who may touch it now. */
  public Holder holder() {
    return holder;
  }

  void holder(Holder now) {
    holder = now;
  }

  /** TcpIpChecksumNetBufferListInfo. */
  public ChecksumInfo checksum() {
    return checksum;
  }

  /** Sets TcpIpChecksumNetBufferListInfo. */
  public void checksum(ChecksumInfo info) {
    checksum = info;
  }

  /** TcpLargeSendNetBufferListInfo. */
  public LargeSendInfo largeSend() {
    return largeSend;
  }

  /** Sets TcpLargeSendNetBufferListInfo. */
  public void largeSend(LargeSendInfo info) {
    largeSend = info;
  }

  /** Ieee8021QNetBufferListInfo. */
  public Ieee8021QInfo vlan() {
    return vlan;
  }

  /** Sets Ieee8021QNetBufferListInfo. */
  public void vlan(Ieee8021QInfo info) {
    vlan = info;
  }

  /** NET_BUFFER_LIST_GET_HASH_VALUE; 0: none. */
  public int hash() {
    return hash;
  }

  /** NET_BUFFER_LIST_SET_HASH_VALUE, and the queue that the frame came in by. */
  public void hash(int value, int receiveQueue) {
    hash = value;
    queue = receiveQueue;
  }

  /** The queue that the frame came in by, from 0. */
  public int queue() {
    return queue;
  }

  /** MiniportReserved: the driver's own, while it holds the list. */
  Object reserved() {
    return reserved;
  }

  void reserved(Object value) {
    reserved = value;
  }

  /** Starts to count frames that are not done. */
  void expect() {
    undone = 0;
    for (NetBuffer at = first; at != null; at = at.next()) {
      undone++;
    }
  }

  /** Counts one frame as done; true with the last. */
  boolean oneDone() {
    return --undone == 0;
  }

  /** Frames that are not done. */
  int undone() {
    return undone;
  }
}
