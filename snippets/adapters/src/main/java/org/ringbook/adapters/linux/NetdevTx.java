package org.ringbook.adapters.linux;

/** What {@code ndo_start_xmit} returns ({@code netdev_tx_t}). */
public enum NetdevTx {
  /** The driver took the skb over: sent, or dropped and freed. */
  NETDEV_TX_OK,
  /** The driver did nothing; the skb is the stack's still. */
  NETDEV_TX_BUSY
}
