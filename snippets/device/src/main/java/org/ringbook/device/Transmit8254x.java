package org.ringbook.device;

import static org.ringbook.dataplane.descriptor.LegacyTxDescriptor.command;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.ringbook.dataplane.descriptor.ContextDescriptor;
import org.ringbook.dataplane.descriptor.DataDescriptor;
import org.ringbook.dataplane.descriptor.Field;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;

/**
 * The three transmit descriptors of the 8254x (8254x SDM 3.3): legacy, and with DEXT
 * context or data, told apart by DTYP. There are two contexts, one for frames to be
 * segmented and one for others, chosen by TSE.
 */
final class Transmit8254x implements TransmitFormat {
  private static final Field CSO = named(LegacyTxDescriptor.FIELDS, "CSO");
  private static final Field CSS = named(LegacyTxDescriptor.FIELDS, "CSS");
  private static final Field DTYP = named(DataDescriptor.FIELDS, "DTYP");
  private static final Field IPCSS = context("IPCSS");
  private static final Field IPCSO = context("IPCSO");
  private static final Field IPCSE = context("IPCSE");
  private static final Field TUCSS = context("TUCSS");
  private static final Field TUCSO = context("TUCSO");
  private static final Field TUCSE = context("TUCSE");
  private static final Field PAYLEN = context("PAYLEN");
  private static final Field HDRLEN = context("HDRLEN");
  private static final Field MSS = context("MSS");

  /** The tag stands in the last two bytes of legacy and data descriptors. */
  private static final Field SPECIAL =
      new Field("special", 112, 16, LegacyTxDescriptor.FIELDS.getFirst().writer());

  static Field named(List<Field> fields, String name) {
    var found = fields.stream().filter(field -> field.name().equals(name));
    return found.findFirst().orElseThrow();
  }

  private static Field context(String name) {
    return named(ContextDescriptor.FIELDS, name);
  }

  @Override
  public void decode(MemorySegment memory, long at, TransmitDescriptor into) {
    into.clear();
    // Command bits that all three have, at the same places.
    int command = command(memory, at);
    into.last = (command & LegacyTxDescriptor.EOP) != 0;
    into.fcs = (command & LegacyTxDescriptor.IFCS) != 0;
    into.report = (command & LegacyTxDescriptor.RS) != 0;
    into.insertTag = (command & LegacyTxDescriptor.VLE) != 0;
    if ((command & LegacyTxDescriptor.DEXT) == 0) {
      legacy(memory, at, into);
    } else {
      extended(memory, at, into, command);
    }
  }

  private void legacy(MemorySegment memory, long at, TransmitDescriptor into) {
    into.address = LegacyTxDescriptor.address(memory, at);
    into.length = LegacyTxDescriptor.length(memory, at);
    into.legacyChecksum = (command(memory, at) & LegacyTxDescriptor.IC) != 0;
    into.css = (int) CSS.read(memory, at);
    into.cso = (int) CSO.read(memory, at);
    into.tag = (int) SPECIAL.read(memory, at);
  }

  private static void extended(
      MemorySegment memory, long at, TransmitDescriptor into, int command) {
    into.isContext = DTYP.read(memory, at) == ContextDescriptor.DTYP;
    into.segment = (command & DataDescriptor.TSE) != 0;
    into.context = into.segment ? 1 : 0;
    if (!into.isContext) {
      into.address = DataDescriptor.address(memory, at);
      into.length = DataDescriptor.length(memory, at);
      int options = DataDescriptor.options(memory, at);
      into.ipChecksum = (options & DataDescriptor.IXSM) != 0;
      into.transportChecksum = (options & DataDescriptor.TXSM) != 0;
      into.tag = (int) SPECIAL.read(memory, at);
    }
  }

  @Override
  public void decodeContext(MemorySegment memory, long at, TransmitContext into) {
    int tucmd = ContextDescriptor.tucmd(memory, at);
    into.ipv4 = (tucmd & ContextDescriptor.IP) != 0;
    into.tcp = (tucmd & ContextDescriptor.TCP) != 0;
    into.ipStart = (int) IPCSS.read(memory, at);
    into.ipStore = (int) IPCSO.read(memory, at);
    into.ipEnd = end(IPCSE.read(memory, at));
    into.transportStart = (int) TUCSS.read(memory, at);
    into.transportStore = (int) TUCSO.read(memory, at);
    into.transportEnd = end(TUCSE.read(memory, at));
    into.headerLength = (int) HDRLEN.read(memory, at);
    into.mss = (int) MSS.read(memory, at);
    into.payload = (int) PAYLEN.read(memory, at);
  }

  /** The descriptor names the last byte; 0 stands for the frame's end. */
  private static int end(long last) {
    return last == 0 ? 0 : (int) last + 1;
  }

  @Override
  public boolean firstDecides() {
    return false;
  }
}
