package org.ringbook.adapters.windows;

/**
 * The functions of a miniport, as registered by NdisMRegisterMiniportDriver
 * (NDIS_MINIPORT_DRIVER_CHARACTERISTICS). Each says at which level NDIS calls it.
 */
public interface MiniportDriver {

  /** MiniportInitializeEx, PASSIVE_LEVEL: ends in the Paused state. */
  NdisStatus initialize(MiniportAdapter adapter);

  /** MiniportRestart, PASSIVE_LEVEL: data may flow. */
  NdisStatus restart();

  /**
   * MiniportPause, PASSIVE_LEVEL: can't fail. PENDING until all sends are completed
   * and all received lists are back; then NdisMPauseComplete.
   */
  NdisStatus pause();

  /** MiniportHaltEx, PASSIVE_LEVEL: gives everything back. */
  void halt();

  /** MiniportSendNetBufferLists, up to DISPATCH_LEVEL: takes a chain over. */
  void sendNetBufferLists(NetBufferList chain);

  /** MiniportReturnNetBufferLists, up to DISPATCH_LEVEL: takes received ones back. */
  void returnNetBufferLists(NetBufferList chain);

  /** MiniportOidRequest, PASSIVE_LEVEL. */
  NdisStatus oidRequest(OidRequest request);

  /** MiniportResetEx, up to DISPATCH_LEVEL. */
  NdisStatus reset();
}
