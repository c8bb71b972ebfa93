package org.ringbook.adapters.windows;

/** The NDIS_STATUS codes that a miniport of this kind returns (ndis.h). */
public enum NdisStatus {
  /** NDIS_STATUS_SUCCESS. */
  SUCCESS(0),
  /** NDIS_STATUS_PENDING: completed by a call later. */
  PENDING(0x103),
  /** NDIS_STATUS_PAUSED: the adapter is not running. */
  PAUSED(0xc023002a),
  /** NDIS_STATUS_RESOURCES: no memory, or no map registers. */
  RESOURCES(0xc000009a),
  /** NDIS_STATUS_NOT_SUPPORTED: an OID that the driver does not know. */
  NOT_SUPPORTED(0xc00000bb),
  /** NDIS_STATUS_INVALID_DATA: an OID with data that make no sense. */
  INVALID_DATA(0xc0010015),
  /** NDIS_STATUS_INVALID_PACKET: a frame that can't be sent. */
  INVALID_PACKET(0xc001000f),
  /** NDIS_STATUS_RESET_IN_PROGRESS. */
  RESET_IN_PROGRESS(0xc001000d),
  /** NDIS_STATUS_SEND_ABORTED: taken back before it was sent. */
  SEND_ABORTED(0xc001001f),
  /** NDIS_STATUS_FAILURE. */
  FAILURE(0xc0000001);

  private final int code;

  NdisStatus(int code) {
    this.code = code;
  }

  /** The number in ndis.h; below 0 are errors. */
  public int code() {
    return code;
  }

  /** The name in ndis.h. */
  public String ndisName() {
    return "NDIS_STATUS_" + name();
  }
}
