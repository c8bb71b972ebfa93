package org.ringbook.dataplane.frame;

/**
 * Numbers of what follows an IP header: the protocol field of IPv4 and the next
 * header fields of IPv6 share one list (IANA, <i>Assigned Internet Protocol
 * Numbers</i>; RFC 8200 section 4).
 */
public final class IpProtocol {
  /** IPv6 hop-by-hop options; may stand right after the IPv6 header only. */
  public static final int HOP_BY_HOP = 0;

  /** ICMP for IPv4 (RFC 792). */
  public static final int ICMP = 1;

  /** TCP (RFC 9293). */
  public static final int TCP = 6;

  /** UDP (RFC 768). */
  public static final int UDP = 17;

  /** IPv6 routing header. */
  public static final int ROUTING = 43;

  /** IPv6 fragment header. */
  public static final int FRAGMENT = 44;

  /** Encapsulating security payload (RFC 4303): what follows is encrypted. */
  public static final int ESP = 50;

  /** Authentication header (RFC 4302): what follows can be read. */
  public static final int AUTHENTICATION = 51;

  /** ICMP for IPv6 (RFC 4443). */
  public static final int ICMPV6 = 58;

  /** Nothing follows; bytes that are there all the same are ignored. */
  public static final int NO_NEXT_HEADER = 59;

  /** IPv6 destination options. */
  public static final int DESTINATION_OPTIONS = 60;

  private IpProtocol() {}
}
