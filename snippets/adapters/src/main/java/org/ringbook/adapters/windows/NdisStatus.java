package org.ringbook.adapters.windows;

/** The NDIS_STATUS codes that a miniport of this kind returns (ndis.h). */
public enum NdisStatus {
  /** NDIS_STATUS_SUCCESS. */
  SUCCESS,
  /** NDIS_STATUS_PENDING: completed by a call later. */
  PENDING,
  /** NDIS_STATUS_PAUSED: the adapter is not running. */
  PAUSED,
  /** NDIS_STATUS_RESOURCES: no memory, or no map registers. */
  RESOURCES,
  /** NDIS_STATUS_NOT_SUPPORTED: an OID that the driver does not know. */
  NOT_SUPPORTED,
  /** NDIS_STATUS_INVALID_DATA: an OID with data that make no sense. */
  INVALID_DATA,
  /** NDIS_STATUS_INVALID_PACKET: a frame that can't be sent. */
  INVALID_PACKET,
  /** NDIS_STATUS_RESET_IN_PROGRESS. */
  RESET_IN_PROGRESS,
  /** NDIS_STATUS_SEND_ABORTED: taken back before it was sent. */
  SEND_ABORTED,
  /** NDIS_STATUS_FAILURE. */
  FAILURE;

  /** The name in ndis.h. */
  public String ndisName() {
    return "NDIS_STATUS_" + name();
  }
}
