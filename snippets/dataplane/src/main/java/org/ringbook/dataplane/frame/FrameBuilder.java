package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds frames for tests and examples: headers from the outside in, then the
 * payload. Types, lengths and checksums come out right by themselves.
 *
 * <pre>
 *   byte[] frame =
 *       FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
 *           .vlan(100)
 *           .ipv4("192.0.2.1", "192.0.2.2")
 *           .tcp(49152, 80)
 *           .flags(TcpHeader.SYN)
 *           .build();
 * </pre>
 *
 * <p>What describes a header ({@link #flags}, {@link #timeToLive}) follows it at
 * once; elsewhere it throws {@link IllegalStateException}. Numbers are cut to the
 * size of their fields, but a datagram over
 * 65535 bytes is refused. The result has neither frame check sequence nor padding.
 */
public final class FrameBuilder {
  private final List<Layer> layers = new ArrayList<>();
  private byte[] payload = {};

  private FrameBuilder() {}

  /** Starts a frame between two stations, each written like 02:00:00:00:00:01. */
  public static FrameBuilder ethernet(String source, String destination) {
    long from = Addresses.mac(source);
    long to = Addresses.mac(destination);
    return new FrameBuilder().with(new LinkLayers.Ethernet(from, to));
  }

  /** A customer's tag with priority 0. */
  public FrameBuilder vlan(int vid) {
    return vlan(VlanTagHeader.CUSTOMER, vid);
  }

  /** A tag; the outer one of two comes first. */
  public FrameBuilder vlan(int tpid, int tci) {
    return with(new LinkLayers.Vlan(tpid, tci));
  }

  /** Makes the frame one of 802.3: a length instead of a type, then LLC. */
  public FrameBuilder llc(int dsap, int ssap, int control) {
    return with(new LinkLayers.Llc(dsap, ssap, control));
  }

  /** Makes the frame one of 802.3 with SNAP; IP or ARP may follow (RFC 1042). */
  public FrameBuilder snap() {
    return with(new LinkLayers.Snap());
  }

  /** An ARP message; operation is {@link ArpHeader#REQUEST} or REPLY. */
  public FrameBuilder arp(
      int operation,
      String senderHardware,
      String senderProtocol,
      String targetHardware,
      String targetProtocol) {
    long from = Addresses.mac(senderHardware);
    long to = Addresses.mac(targetHardware);
    int has = Addresses.ipv4(senderProtocol);
    int wants = Addresses.ipv4(targetProtocol);
    return with(new LinkLayers.Arp(operation, from, has, to, wants));
  }

  /** An IPv4 header: TTL 64, nothing else set. */
  public FrameBuilder ipv4(String source, String destination) {
    return with(new Ipv4Layer(source, destination));
  }

  /** An IPv6 header: hop limit 64, nothing else set. */
  public FrameBuilder ipv6(String source, String destination) {
    return with(new Ipv6Layer(source, destination));
  }

  /**
   * An IPv6 extension header, as it is but for its first byte, which becomes the
   * next type.
   */
  public FrameBuilder extension(int type, byte... bytes) {
    last(Ipv6Layer.class).extension(type, bytes.clone());
    return this;
  }

  /**
   * Makes the datagram a fragment. The transport's checksum stays 0: it would cover
   * the other fragments too.
   *
   * @param position of its data in the whole, in bytes, a multiple of 8
   * @param more whether another fragment follows
   * @param id what all fragments have in common, 16 or 32 bits
   */
  public FrameBuilder fragment(int position, boolean more, int id) {
    if (layers.getLast() instanceof Ipv6Layer ip) {
      ip.fragment(position, more, id);
      return this;
    }
    Ipv4Layer ip = last(Ipv4Layer.class);
    ip.position = position;
    ip.moreFragments = more;
    ip.identification = id;
    return this;
  }

  /** IPv4: forbids fragmentation. */
  public FrameBuilder dontFragment() {
    last(Ipv4Layer.class).dontFragment = true;
    return this;
  }

  /** IPv4: sets the identification, 16 bits. */
  public FrameBuilder identification(int id) {
    last(Ipv4Layer.class).identification = id;
    return this;
  }

  /** IPv4: sets the TTL; IPv6: the hop limit. */
  public FrameBuilder timeToLive(int hops) {
    if (layers.getLast() instanceof Ipv6Layer ip) {
      ip.hopLimit = hops;
    } else {
      last(Ipv4Layer.class).timeToLive = hops;
    }
    return this;
  }

  /** IPv4 and TCP: options, 0 to 40 bytes, filled up with zeros to whole words. */
  public FrameBuilder options(byte... options) {
    byte[] words = Arrays.copyOf(options, (options.length + 3) / 4 * 4);
    if (words.length > Ipv4Header.MAX_BYTES - Ipv4Header.BYTES) {
      throw new IllegalArgumentException(options.length + " bytes of options");
    }
    if (layers.getLast() instanceof Ipv4Layer ip) {
      ip.options = words;
    } else {
      last(TcpLayer.class).options = words;
    }
    return this;
  }

  /** A TCP header: ACK set, numbers 0, window 65535. */
  public FrameBuilder tcp(int sourcePort, int destinationPort) {
    return with(new TcpLayer(sourcePort, destinationPort));
  }

  /** TCP: sets all flags, such as {@code TcpHeader.SYN | TcpHeader.ACK}. */
  public FrameBuilder flags(int flags) {
    last(TcpLayer.class).flags = flags;
    return this;
  }

  /** TCP: sets the sequence and acknowledgment numbers. */
  public FrameBuilder numbers(int sequence, int acknowledgment) {
    last(TcpLayer.class).sequence = sequence;
    last(TcpLayer.class).acknowledgment = acknowledgment;
    return this;
  }

  /** TCP: sets the window, 16 bits. */
  public FrameBuilder window(int window) {
    last(TcpLayer.class).window = window;
    return this;
  }

  /** A UDP header with a checksum. */
  public FrameBuilder udp(int sourcePort, int destinationPort) {
    return with(new UdpLayer(sourcePort, destinationPort));
  }

  /** UDP: sends no checksum. */
  public FrameBuilder noChecksum() {
    last(UdpLayer.class).summed = false;
    return this;
  }

  /** Names what follows by any EtherType or protocol number; the default is 0. */
  public FrameBuilder opaque(int number) {
    return with(new LinkLayers.Opaque(number));
  }

  /** A VXLAN header and a frame as the payload; follows UDP to port 4789. */
  public FrameBuilder vxlan(int vni, FrameBuilder inner) {
    last(UdpLayer.class);
    byte[] frame = inner.build();
    byte[] both = new byte[VxlanHeader.BYTES + frame.length];
    System.arraycopy(frame, 0, both, VxlanHeader.BYTES, frame.length);
    VxlanHeader.write(MemorySegment.ofArray(both), 0, vni);
    return payload(both);
  }

  /** What follows the last header. */
  public FrameBuilder payload(byte... bytes) {
    payload = bytes.clone();
    return this;
  }

  /** The frame, without padding. */
  public byte[] build() {
    int headers = layers.stream().mapToInt(Layer::length).sum();
    byte[] frame = new byte[headers + payload.length];
    System.arraycopy(payload, 0, frame, headers, payload.length);
    MemorySegment memory = MemorySegment.ofArray(frame);
    Layer next = new LinkLayers.Opaque(0);
    long at = headers;
    for (Layer layer : layers.reversed()) {
      at -= layer.length();
      layer.write(memory, at, next);
      next = layer;
    }
    return frame;
  }

  /** The frame, filled up with zeros to the 60 bytes that Ethernet asks for. */
  public byte[] buildPadded() {
    byte[] frame = build();
    return Arrays.copyOf(frame, Math.max(frame.length, EthernetHeader.MIN_FRAME));
  }

  private FrameBuilder with(Layer layer) {
    layers.add(layer);
    return this;
  }

  private <T extends Layer> T last(Class<T> type) {
    if (!type.isInstance(layers.getLast())) {
      throw new IllegalStateException("does not follow " + type.getSimpleName());
    }
    return type.cast(layers.getLast());
  }
}
