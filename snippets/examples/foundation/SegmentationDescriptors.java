//JAVA 25+
//DESCRIPTION Describes one large send on two generations, and decodes each bit.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.List;
import org.ringbook.dataplane.descriptor.AdvancedTxContext;
import org.ringbook.dataplane.descriptor.AdvancedTxData;
import org.ringbook.dataplane.descriptor.ContextDescriptor;
import org.ringbook.dataplane.descriptor.DataDescriptor;
import org.ringbook.dataplane.descriptor.Field;

final int mac = 14; // bytes of each header
final int ip = 20;
final int tcp = 20;
final int payload = 4000;
final int mss = 1460;
final int headers = mac + ip + tcp;
final int frame = headers + payload;
final long buffer = 0x4_0001_2340L;
final MemorySegment slot = MemorySegment.ofArray(new byte[16]);

void main() {
  context8254x();
  show("8254x context", ContextDescriptor.FIELDS);
  int data = DataDescriptor.EOP | DataDescriptor.IFCS | DataDescriptor.RS;
  int sums = DataDescriptor.IXSM | DataDescriptor.TXSM;
  DataDescriptor.write(slot, 0, buffer, frame, data | DataDescriptor.TSE, sums);
  show("8254x data", DataDescriptor.FIELDS);

  context82599();
  show("82599 context", AdvancedTxContext.FIELDS);
  int command = AdvancedTxData.EOP | AdvancedTxData.IFCS | AdvancedTxData.RS;
  command |= AdvancedTxData.TSE;
  AdvancedTxData.write(slot, 0, buffer, frame, command, payload);
  AdvancedTxData.context(slot, 0, 0, AdvancedTxData.IXSM | AdvancedTxData.TXSM);
  show("82599 data", AdvancedTxData.FIELDS);
  IO.println("segments on the wire: " + (payload + mss - 1) / mss);
}

// tag::contexts[]
void context8254x() {
  int flags = ContextDescriptor.TCP | ContextDescriptor.IP | ContextDescriptor.TSE;
  ContextDescriptor.start(slot, 0, flags);
  ContextDescriptor.ip(slot, 0, mac, mac + 10, mac + ip - 1);
  ContextDescriptor.transport(slot, 0, mac + ip, mac + ip + 16, 0);
  ContextDescriptor.segmentation(slot, 0, payload, headers, mss);
}

void context82599() {
  int type = AdvancedTxContext.IPV4 | AdvancedTxContext.TCP;
  AdvancedTxContext.write(slot, 0, mac, ip, 0, type);
  AdvancedTxContext.segmentation(slot, 0, 0, tcp, mss);
}

// end::contexts[]

void show(String name, List<Field> fields) {
  String hex = HexFormat.of().formatHex(slot.toArray(ValueLayout.JAVA_BYTE));
  IO.println("%-14s %s %s".formatted(name, hex.substring(0, 16), hex.substring(16)));
  StringBuilder line = new StringBuilder(" ");
  for (Field field : fields) {
    long value = field.read(slot, 0);
    if (value == 0 || field.width() == 64) { // the address is the same in all
      continue;
    }
    if (line.length() > 55) {
      IO.println(line);
      line = new StringBuilder(" ");
    }
    line.append(' ').append(field.name()).append('=').append(value);
  }
  IO.println(line);
}
