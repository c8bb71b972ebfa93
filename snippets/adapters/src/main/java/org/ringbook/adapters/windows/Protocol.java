package org.ringbook.adapters.windows;

/** The protocol driver above, such as TCP/IP: functions that NDIS calls of it. */
public interface Protocol {

  /** ProtocolSendNetBufferListsComplete: a list comes back, with a status. */
  void sendComplete(NetBufferList list);

  /**
   * ProtocolReceiveNetBufferLists: one received list.
   *
   * @param keep false with NDIS_RECEIVE_FLAGS_RESOURCES: copy now; true: the list is
   *     returned to the miniport later
   */
  void receive(NetBufferList list, boolean keep);

  /** ProtocolStatusEx with NDIS_STATUS_LINK_STATE. */
  void linkState(boolean up);
}
