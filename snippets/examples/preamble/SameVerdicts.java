//JAVA 25+
//DESCRIPTION Runs one program behind the hooks of three systems, on the same frames.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../adapters/src/main/java/org/ringbook/adapters/**.java

import static org.ringbook.adapters.early.EarlyVerdict.ABORTED;
import static org.ringbook.adapters.early.EarlyVerdict.DROP;
import static org.ringbook.adapters.early.EarlyVerdict.TX;
import static org.ringbook.dataplane.frame.IpProtocol.TCP;
import static org.ringbook.dataplane.frame.IpProtocol.UDP;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.ringbook.adapters.early.EarlyProgram;
import org.ringbook.adapters.early.EarlyRules;
import org.ringbook.adapters.early.EarlyVerdict;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.PfilHook;
import org.ringbook.adapters.host.Machine;
import org.ringbook.adapters.windows.FilterModule;
import org.ringbook.adapters.windows.Ieee8021QInfo;
import org.ringbook.adapters.windows.Mdl;
import org.ringbook.adapters.windows.NetBuffer;
import org.ringbook.adapters.windows.NetBufferList;
import org.ringbook.adapters.windows.NetBufferListPool;
import org.ringbook.adapters.windows.Processor;
import org.ringbook.dataplane.frame.FrameBuilder;

// tag::rules[]
static final EarlyProgram PROGRAM =
    new EarlyProgram(
        EarlyRules.none()
            .with(UDP, 7, TX) // echo
            .with(UDP, 9, DROP) // discard
            .with(TCP, 23, DROP)
            .with(TCP, 514, ABORTED));

void main() {
  byte[] discard = ipv4(plain()).udp(4660, 9).payload(new byte[4]).build();
  IO.println("frame            XDP      pfil                     filter");
  show("udp 7", ipv4(plain()).udp(4660, 7).build(), 0);
  show("udp 9", discard, 0);
  show("udp 9, cut", Arrays.copyOf(discard, discard.length - 1), 0);
  FrameBuilder first = ipv4(plain()).fragment(0, true, 1);
  show("udp 9, fragment", first.udp(4660, 9).build(), 0);
  show("tcp 23, VLAN 7", ipv4(plain()).tcp(4660, 23).build(), 7);
  show("tcp 443", ipv4(plain()).tcp(4660, 443).build(), 0);
  show("udp 9, 3 tags", ipv4(plain().vlan(2).vlan(3)).udp(4660, 9).build(), 7);
}

// end::rules[]

FrameBuilder plain() {
  return FrameBuilder.ethernet("02:00:00:00:00:02", "02:00:00:00:00:01");
}

FrameBuilder ipv4(FrameBuilder link) {
  return link.ipv4("192.0.2.1", "192.0.2.2");
}

/** The frame without the tag that a device takes out; 0: there is none. */
void show(String name, byte[] frame, int tag) {
  String row = "%-16s %-8s %-8s %-15s %-8s %s";
  var calls = new StringBuilder();
  PfilHook.Result[] result = new PfilHook.Result[1];
  IO.println(
      row.formatted(
          name,
          xdp(frame, tag),
          pfil(frame, tag, result),
          result[0],
          filter(frame, tag, calls),
          calls));
}

// tag::hooks[]
/** The driver runs it on its buffer; the device must leave the tag there. */
EarlyVerdict xdp(byte[] frame, int tag) {
  byte[] buffer = frame.clone();
  if (tag != 0) {
    buffer = Arrays.copyOf(frame, frame.length + 4);
    System.arraycopy(frame, 12, buffer, 16, frame.length - 12);
    System.arraycopy(new byte[] {(byte) 0x81, 0, 0, (byte) tag}, 0, buffer, 12, 4);
  }
  return PROGRAM.judge(MemorySegment.ofArray(buffer));
}

/** ether_demux asks, with a chain of mbufs and the tag beside them. */
EarlyVerdict pfil(byte[] frame, int tag, PfilHook.Result[] result) {
  Mbufs mbufs = new Mbufs(new Kernel(Machine.of(1 << 16)));
  PfilHook hook = new PfilHook(PROGRAM, mbufs, mbufs::freem);
  Mbuf head = mbufs.getcl();
  Mbuf rest = mbufs.getjcl(Mbufs.MCLBYTES, false);
  head.length(14);
  rest.length(frame.length - 14);
  MemorySegment all = MemorySegment.ofArray(frame);
  head.data().copyFrom(all.asSlice(0, 14));
  rest.data().copyFrom(all.asSlice(14));
  head.next(rest);
  if (tag != 0) {
    head.header().vlanTag(tag);
  }
  result[0] = hook.input(head);
  return hook.verdict();
}

// end::hooks[]

EarlyVerdict filter(byte[] frame, int tag, StringBuilder calls) {
  NetBufferListPool pool = new NetBufferListPool(new Processor());
  FilterModule filter = new FilterModule(PROGRAM, pool, new Calls(calls));
  Mdl memory = new Mdl(MemorySegment.ofArray(frame.clone()));
  NetBufferList list = pool.allocate(new NetBuffer(memory, 0, frame.length));
  if (tag != 0) {
    list.vlan(Ieee8021QInfo.of(tag));
  }
  return filter.receive(list, false);
}

record Calls(StringBuilder out) implements FilterModule.Neighbours {
  @Override
  public void indicate(NetBufferList list, boolean resources) {
    out.append(" indicate");
  }

  @Override
  public void giveBack(NetBufferList list) {
    out.append(" return");
  }

  @Override
  public void send(NetBufferList own) {
    out.append(" send-a-copy");
  }
}
