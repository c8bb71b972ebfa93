package org.ringbook.dataplane.packet;

/**
 * Who owns a packet. There is one owner at any time.
 *
 * <pre>
 *            take             post, submit
 *    FREE ---------&gt; DRIVER ---------------&gt; DEVICE
 *     ^  ^            |  ^                    |  |
 *     |  '--give back-'  '------drain---------'  |
 *     |                                          |
 *     '---give back--- STACK &lt;--- received, sent-'
 * </pre>
 *
 * <p>A stack may also submit what it received: STACK becomes DEVICE.
 */
public enum Owner {
  /** In the pool. Nobody may touch it. */
  FREE(0),
  /** The driver, or whoever took it from the pool, may read and write it. */
  DRIVER(1),
  /** In a ring. Only the device may touch it. */
  DEVICE(2),
  /** Handed to the network stack, which must give it back or submit it. */
  STACK(3);

  private static final Owner[] NUMBERED = {FREE, DRIVER, DEVICE, STACK};

  /**
   * What a packet keeps instead of a reference: storing one costs ten instructions
   * more (the garbage collector's barrier), and a forwarded packet changes owners
   * five times.
   */
  final int number;

  Owner(int number) {
    this.number = number;
  }

  static Owner numbered(int number) {
    return NUMBERED[number];
  }

  // tag::states[]
  boolean mayHandTo(Owner next) {
    // Comparisons instead of a switch: they fold where next is a constant.
    if (next == DRIVER) {
      return this == FREE || this == DEVICE;
    }
    if (next == STACK) {
      return this == DRIVER || this == DEVICE;
    }
    return this == DRIVER || this == STACK;
  }
  // end::states[]
}
