//JAVA 25+
//DESCRIPTION Encodes a transmit and a receive descriptor; dumps their sixteen bytes.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;

final long buffer = 0x4_0001_2340L; // a bus address, above 4 GiB
final int[] txFields = {8, 2, 1, 1, 1, 1, 2}; // bytes of each
final int[] rxFields = {8, 2, 2, 1, 1, 2};
final MemorySegment slot = MemorySegment.ofArray(new byte[16]);

void main() {
  IO.println("transmit          address          len. cs cm st cs special");
  int command = LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS;
  command |= LegacyTxDescriptor.RS; // or the device would never say that it is done
  LegacyTxDescriptor.write(slot, 0, buffer, 1514, command);
  dump("driver describes", txFields);
  LegacyTxDescriptor.writeBack(slot, 0, LegacyTxDescriptor.DD);
  dump("device is done", txFields);

  IO.println("receive           address          len. csum st er special");
  slot.fill((byte) 0xee); // what an earlier lap may have left
  LegacyRxDescriptor.write(slot, 0, buffer);
  dump("driver posts", rxFields);
  int status = LegacyRxDescriptor.DD | LegacyRxDescriptor.EOP;
  LegacyRxDescriptor.writeBack(slot, 0, 60, status, 0);
  dump("device is done", rxFields);

  int length = LegacyRxDescriptor.length(slot, 0);
  int swapped = Short.reverseBytes((short) length) & 0xffff;
  IO.println("length " + length + ", read in the wrong byte order " + swapped);
}

void dump(String when, int[] fields) {
  String hex = HexFormat.of().formatHex(slot.toArray(ValueLayout.JAVA_BYTE));
  StringBuilder row = new StringBuilder("%-17s".formatted(when));
  int at = 0;
  for (int bytes : fields) {
    row.append(' ').append(hex, 2 * at, 2 * (at + bytes));
    at += bytes;
  }
  IO.println(row);
}
