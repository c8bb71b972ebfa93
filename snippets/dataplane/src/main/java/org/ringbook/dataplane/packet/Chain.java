package org.ringbook.dataplane.packet;

/**
 * What is done to all packets of a frame at once. A chain is named by its first
 * packet; a single packet is a chain of one.
 */
public final class Chain {
  private Chain() {}

  /**
   * Links the packets of one frame after another, piece by piece. A queue keeps one
   * and uses it for every frame, so that none is allocated while frames flow; by one
   * thread at a time.
   */
  public static final class Links {
    private Packet first = Packet.NONE;
    private Packet last = Packet.NONE;

    /** No packet is linked yet. */
    public Links() {}

    /**
     * Puts a packet behind those of the frame so far.
     *
     * @param part taken, and the last of its chain; not {@link Packet#NONE}
     */
    public void add(Packet part) {
      if (first == Packet.NONE) {
        first = part;
      } else {
        last.next(part);
      }
      last = part;
    }

    /**
     * The first packet of the frame, {@link Packet#NONE} if nothing was added. The
     * next that is added begins another frame.
     */
    public Packet take() {
      Packet chain = first;
      first = Packet.NONE;
      last = Packet.NONE;
      return chain;
    }
  }

  /** The last packet of a chain. */
  public static Packet last(Packet first) {
    Packet last = first;
    while (last.next() != null) {
      last = last.next();
    }
    return last;
  }

  /** Hands all packets of a chain on; {@link #requireSendable} says if it may. */
  public static void handTo(Packet first, Owner next) {
    for (Packet part = first; part != null; part = part.next()) {
      part.handTo(next);
    }
  }

  /**
   * Gives all packets of a chain back, each to where it came from, first to last. A
   * packet that is given back forgets its successor, so that is read before.
   */
  public static void giveBack(Packet first) {
    Packet part = first;
    while (part != null) {
      Packet following = part.next();
      part.giveBack();
      part = following;
    }
  }

  /**
   * Refuses a chain that can't go to the device as a whole, before any packet of it
   * does.
   *
   * @param longest most bytes that one descriptor can name
   * @param most packets that a chain may have
   * @return packets of the chain
   * @throws WrongOwner if a packet is free, or with the device already
   * @throws IllegalArgumentException if a packet has no byte, or more than {@code
   *     longest}; or if there are more packets, as in a chain that bites its tail
   */
  public static int requireSendable(Packet first, int longest, int most) {
    int packets = 0;
    for (Packet part = first; part != null; part = part.next()) {
      if (++packets > most) {
        throw new IllegalArgumentException("a chain of more than " + most);
      }
      int length = part.length();
      part.requireMayGo(Owner.DEVICE);
      if (length < 1 || length > longest) {
        throw new IllegalArgumentException("cannot send " + length + " bytes");
      }
    }
    return packets;
  }

  /**
   * Fills a short frame up with zeros, at the end of its last packet.
   *
   * @param least bytes of the frame afterwards, at least
   * @throws IllegalArgumentException if the last buffer has no room for it: such a
   *     frame is to be padded by whoever mapped it
   */
  public static void pad(Packet first, int least) {
    int missing = least - first.frameLength();
    if (missing > 0) {
      Packet last = last(first);
      last.pad(last.length() + missing);
    }
  }
}
