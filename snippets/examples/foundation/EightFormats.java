//JAVA 25+
//DESCRIPTION Writes and reads back each field of each descriptor format, alone.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import org.ringbook.dataplane.descriptor.AdvancedRxRead;
import org.ringbook.dataplane.descriptor.AdvancedRxWriteBack;
import org.ringbook.dataplane.descriptor.AdvancedTxContext;
import org.ringbook.dataplane.descriptor.AdvancedTxData;
import org.ringbook.dataplane.descriptor.ContextDescriptor;
import org.ringbook.dataplane.descriptor.DataDescriptor;
import org.ringbook.dataplane.descriptor.Field;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.descriptor.Writer;

void main() {
  IO.println(" ".repeat(44) + "bits written by      round");
  IO.println("                                fields driver device both rsv trips");
  survey(LegacyTxDescriptor.TITLE, LegacyTxDescriptor.FIELDS);
  survey(LegacyRxDescriptor.TITLE, LegacyRxDescriptor.FIELDS);
  survey(ContextDescriptor.TITLE, ContextDescriptor.FIELDS);
  survey(DataDescriptor.TITLE, DataDescriptor.FIELDS);
  survey(AdvancedTxContext.TITLE, AdvancedTxContext.FIELDS);
  survey(AdvancedTxData.TITLE, AdvancedTxData.FIELDS);
  survey(AdvancedRxRead.TITLE, AdvancedRxRead.FIELDS);
  survey(AdvancedRxWriteBack.TITLE, AdvancedRxWriteBack.FIELDS);
}

void survey(String title, List<Field> fields) {
  long exact = fields.stream().filter(this::isExact).count();
  IO.println(
      "%-34s %3d %6d %6d %4d %3d %5d"
          .formatted(
              title.replace("descriptor", "desc."),
              fields.size(),
              bits(fields, Writer.DRIVER),
              bits(fields, Writer.DEVICE),
              bits(fields, Writer.BOTH),
              bits(fields, Writer.NOBODY),
              exact));
}

// tag::exact[]
/** The largest value of a field sets the field's bits, and no other. */
boolean isExact(Field field) {
  long most = -1L >>> (64 - field.width());
  byte[] bytes = new byte[16];
  MemorySegment slot = MemorySegment.ofArray(bytes);
  field.write(slot, 0, most);
  BitSet wanted = new BitSet();
  wanted.set(field.bit(), field.bit() + field.width());
  return BitSet.valueOf(bytes).equals(wanted) && field.read(slot, 0) == most;
}

// end::exact[]

int bits(List<Field> fields, Writer writer) {
  int bits = 0;
  for (Field field : fields) {
    bits += field.writer() == writer ? field.width() : 0;
  }
  return bits;
}
