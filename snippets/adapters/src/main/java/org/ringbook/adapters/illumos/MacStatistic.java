package org.ringbook.adapters.illumos;

/** Statistics that mc_getstat is asked for (mac.h). */
public enum MacStatistic {
  /** MAC_STAT_IPACKETS: frames received. */
  MAC_STAT_IPACKETS,
  /** MAC_STAT_RBYTES: bytes received. */
  MAC_STAT_RBYTES,
  /** MAC_STAT_IERRORS: frames received damaged. */
  MAC_STAT_IERRORS,
  /** MAC_STAT_NORCVBUF: frames lost for want of a buffer. */
  MAC_STAT_NORCVBUF,
  /** MAC_STAT_OPACKETS: frames sent. */
  MAC_STAT_OPACKETS,
  /** MAC_STAT_OBYTES: bytes sent. */
  MAC_STAT_OBYTES,
  /** MAC_STAT_OERRORS: frames not sent. */
  MAC_STAT_OERRORS,
  /** MAC_STAT_NOXMTBUF: frames not sent for want of DMA resources. */
  MAC_STAT_NOXMTBUF
}
