//JAVA 25+
//DESCRIPTION Shows what a hook decides that leaves out a tag or part of a frame.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.ringbook.adapters.early.EarlyVerdict.DROP;
import static org.ringbook.adapters.early.EarlyVerdict.TX;
import static org.ringbook.dataplane.frame.IpProtocol.UDP;

import java.lang.foreign.MemorySegment;
import org.ringbook.adapters.early.EarlyProgram;
import org.ringbook.adapters.early.EarlyRules;
import org.ringbook.adapters.early.WireFrame;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.NetworkOrder;
import org.ringbook.dataplane.frame.VlanTagHeader;

static final EarlyProgram PROGRAM =
    new EarlyProgram(EarlyRules.none().with(UDP, 7, TX).with(UDP, 9, DROP));

void main() {
  // tag::shortcuts[]
  byte[] large = udp(link(), 9, 1000);
  IO.println("udp 9 with 1000 bytes, looked at");
  IO.println("  whole               " + judge(large, large.length));
  IO.println("  first 128 bytes     " + judge(large, 128));

  byte[] three = udp(link().vlan(2).vlan(3), 9, 4); // the device took VLAN 1 out
  IO.println("udp 9 with three tags, the outer one");
  IO.println("  put back            " + judge(tagged(three), three.length + 4));
  IO.println("  left out            " + judge(three, three.length));

  byte[] echo = udp(link(), 7, 4);
  IO.println("udp 7 on VLAN 1 is sent back with tag");
  IO.println("  from a whole frame  " + tagAfter(tagged(echo)));
  IO.println("  from what was left  " + tagAfter(echo));
  // end::shortcuts[]
}

FrameBuilder link() {
  return FrameBuilder.ethernet("02:00:00:00:00:02", "02:00:00:00:00:01");
}

byte[] udp(FrameBuilder link, int port, int bytes) {
  FrameBuilder packet = link.ipv4("192.0.2.1", "192.0.2.2").udp(4660, port);
  return packet.payload(new byte[bytes]).build();
}

String judge(byte[] frame, int length) {
  return PROGRAM.judge(MemorySegment.ofArray(frame).asSlice(0, length)).name();
}

byte[] tagged(byte[] frame) {
  WireFrame wire = new WireFrame(2048);
  wire.add(MemorySegment.ofArray(frame));
  wire.insertTag(1);
  return wire.whole().toArray(JAVA_BYTE);
}

String tagAfter(byte[] frame) {
  MemorySegment bytes = MemorySegment.ofArray(frame);
  PROGRAM.judge(bytes);
  boolean tag = VlanTagHeader.isTag(NetworkOrder.u16(bytes, 12));
  return tag ? "VLAN " + NetworkOrder.u16(bytes, 14) : "none: another network";
}
