package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/** The layers below IP: each names the next by an EtherType, or states a length. */
final class LinkLayers {
  private LinkLayers() {}

  private static int number(MemorySegment frame, long at, Layer next) {
    return next.number((int) (frame.byteSize() - at));
  }

  record Ethernet(long source, long destination) implements Layer {
    @Override
    public int length() {
      return EthernetHeader.BYTES;
    }

    @Override
    public int number(int bytes) {
      throw new IllegalStateException("Ethernet comes first in a frame");
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {
      EthernetHeader.destination(frame, at, destination);
      EthernetHeader.source(frame, at, source);
      int type = LinkLayers.number(frame, at + length(), next);
      EthernetHeader.typeOrLength(frame, at, type);
    }
  }

  /** A tag, of which the TPID stands in the place of the type before it. */
  record Vlan(int tpid, int tci) implements Layer {
    @Override
    public int length() {
      return VlanTagHeader.BYTES;
    }

    @Override
    public int number(int bytes) {
      return tpid;
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {
      int type = LinkLayers.number(frame, at + length(), next);
      VlanTagHeader.write(frame, at - 2, tpid, tci);
      NetworkOrder.put16(frame, at + 2, type);
    }
  }

  record Llc(int dsap, int ssap, int control) implements Layer {
    @Override
    public int length() {
      return LlcHeader.BYTES;
    }

    @Override
    public int number(int bytes) {
      return bytes;
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {
      LlcHeader.write(frame, at, dsap, ssap, control);
    }
  }

  record Snap() implements Layer {
    @Override
    public int length() {
      return LlcHeader.SNAP_BYTES;
    }

    @Override
    public int number(int bytes) {
      return bytes;
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {
      int type = LinkLayers.number(frame, at + length(), next);
      LlcHeader.writeSnap(frame, at, type);
    }
  }

  record Arp(int kind, long mac, int ip, long toMac, int toIp) implements Layer {
    @Override
    public int length() {
      return ArpHeader.BYTES;
    }

    @Override
    public int number(int bytes) {
      return EthernetHeader.ARP;
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {
      ArpHeader.start(frame, at, kind);
      ArpHeader.sender(frame, at, mac, ip);
      ArpHeader.target(frame, at, toMac, toIp);
    }
  }

  /** Bytes that the builder leaves as they are, under any number. */
  record Opaque(int number) implements Layer {
    @Override
    public int length() {
      return 0;
    }

    @Override
    public int number(int bytes) {
      return number;
    }

    @Override
    public void write(MemorySegment frame, long at, Layer next) {}
  }
}
