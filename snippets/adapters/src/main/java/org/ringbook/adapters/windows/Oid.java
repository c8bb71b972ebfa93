package org.ringbook.adapters.windows;

/** Object identifiers that the host asks for (ntddndis.h). */
public enum Oid {
  /** Which frames are to be indicated: NDIS_PACKET_TYPE bits; 0 means none at all. */
  OID_GEN_CURRENT_PACKET_FILTER,
  /** NDIS_INTERRUPT_MODERATION_PARAMETERS: on or off, no time. */
  OID_GEN_INTERRUPT_MODERATION,
  /** NDIS_STATISTICS_INFO. */
  OID_GEN_STATISTICS,
  /** Largest payload in bytes. */
  OID_GEN_MAXIMUM_FRAME_SIZE,
  /** NDIS_OFFLOAD_PARAMETERS: which offloads to use, of those offered. */
  OID_TCP_OFFLOAD_PARAMETERS,
  /** NDIS_RECEIVE_SCALE_PARAMETERS: hash, key and indirection table. */
  OID_GEN_RECEIVE_SCALE_PARAMETERS,
  /** The six bytes of the address. */
  OID_802_3_CURRENT_ADDRESS,
  /** An OID that no miniport has to know. */
  OID_GEN_VLAN_ID,
  /** Wake-up; this driver has none. */
  OID_PM_PARAMETERS
}
