package org.ringbook.dataplane.packet;

/** Where a packet goes when it is given back. */
interface PacketHome {

  /**
   * Takes a packet back.
   *
   * @throws WrongOwner if it is free already, with the device, or of another home
   */
  void giveBack(Packet packet);
}
