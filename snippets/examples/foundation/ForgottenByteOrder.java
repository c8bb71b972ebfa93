//JAVA 25+
//DESCRIPTION Reads a descriptor without converting it, on CPUs of both byte orders.

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

static final int LENGTH = 8; // offsets of a legacy receive descriptor
static final int STATUS = 12;
static final int DD = 1;
static final int EOP = 2;

void main() {
  // tag::device[]
  ByteBuffer device = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
  device.putShort(LENGTH, (short) 60); // a PCI device always writes like this
  device.put(STATUS, (byte) (DD | EOP));
  // end::device[]
  for (ByteOrder cpu : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
    ByteBuffer memory = device.duplicate().order(cpu);
    IO.println(cpu + " CPU");
    // tag::reads[]
    int asByte = memory.get(STATUS);
    int asWord = memory.getInt(STATUS);
    short length = memory.getShort(LENGTH);
    IO.println("  length, not converted   " + length);
    IO.println("  length, converted       " + fromLittle(length, cpu));
    IO.println("  DD in a byte            " + ((asByte & DD) != 0));
    IO.println("  DD in a 32-bit word     " + ((asWord & DD) != 0));
    // end::reads[]
  }
}

/** What {@code le16_to_cpu} does. */
int fromLittle(short value, ByteOrder cpu) {
  return cpu == ByteOrder.LITTLE_ENDIAN ? value : Short.reverseBytes(value);
}
