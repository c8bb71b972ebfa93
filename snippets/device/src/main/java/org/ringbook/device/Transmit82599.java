package org.ringbook.device;

import static org.ringbook.device.Transmit8254x.named;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdvancedTxContext;
import org.ringbook.dataplane.descriptor.AdvancedTxData;
import org.ringbook.dataplane.descriptor.Field;

/**
 * The advanced transmit descriptors of the 82599 (82599 datasheet 7.2.3.2): context
 * and data, told apart by DTYP. A queue has two contexts, chosen by IDX; one holds
 * the VLAN tag too. Legacy descriptors, which the part can read, are refused.
 */
final class Transmit82599 implements TransmitFormat {
  private static final Field DTYP = named(AdvancedTxData.FIELDS, "DTYP");
  private static final Field IDX = named(AdvancedTxData.FIELDS, "IDX");
  private static final Field CC = named(AdvancedTxData.FIELDS, "CC");
  private static final Field IXSM = named(AdvancedTxData.FIELDS, "IXSM");
  private static final Field TXSM = named(AdvancedTxData.FIELDS, "TXSM");
  private static final Field IPV4 = named(AdvancedTxContext.FIELDS, "IPV4");
  private static final Field L4T = named(AdvancedTxContext.FIELDS, "L4T");
  private static final Field L4LEN = named(AdvancedTxContext.FIELDS, "L4LEN");
  private static final Field TAG = named(AdvancedTxContext.FIELDS, "VLAN tag");

  private static final int UDP = 0;
  private static final int TCP = 1;

  @Override
  public void decode(MemorySegment memory, long at, TransmitDescriptor into) {
    into.clear();
    int dcmd = AdvancedTxData.dcmd(memory, at);
    int type = (int) DTYP.read(memory, at);
    into.isContext = type == AdvancedTxContext.DTYP;
    boolean known = into.isContext || type == AdvancedTxData.DTYP;
    if ((dcmd & AdvancedTxData.DEXT) == 0 || !known) {
      throw new IllegalStateException("not an advanced descriptor: type " + type);
    }
    into.context = (int) IDX.read(memory, at);
    if (!into.isContext) {
      data(memory, at, into);
    }
  }

  private static void data(MemorySegment memory, long at, TransmitDescriptor into) {
    int dcmd = AdvancedTxData.dcmd(memory, at);
    into.address = AdvancedTxData.address(memory, at);
    into.length = AdvancedTxData.length(memory, at);
    into.last = (dcmd & AdvancedTxData.EOP) != 0;
    into.fcs = (dcmd & AdvancedTxData.IFCS) != 0;
    into.report = (dcmd & AdvancedTxData.RS) != 0;
    into.insertTag = (dcmd & AdvancedTxData.VLE) != 0;
    into.segment = (dcmd & AdvancedTxData.TSE) != 0;
    boolean checks = CC.read(memory, at) != 0;
    into.ipChecksum = checks && IXSM.read(memory, at) != 0;
    into.transportChecksum = checks && TXSM.read(memory, at) != 0;
    into.payload = AdvancedTxData.payload(memory, at);
  }

  @Override
  public void decodeContext(MemorySegment memory, long at, TransmitContext into) {
    int type = (int) L4T.read(memory, at);
    if (type != UDP && type != TCP) {
      throw new IllegalStateException("SCTP checksums are not simulated");
    }
    into.tcp = type == TCP;
    into.ipv4 = IPV4.read(memory, at) != 0;
    into.ipStart = AdvancedTxContext.macLength(memory, at);
    into.ipStore = into.ipStart + 10;
    into.ipEnd = into.ipStart + AdvancedTxContext.ipLength(memory, at);
    into.transportStart = into.ipEnd;
    into.transportStore = into.ipEnd + (into.tcp ? 16 : 6);
    into.transportEnd = 0;
    into.headerLength = into.ipEnd + (int) L4LEN.read(memory, at);
    into.mss = AdvancedTxContext.mss(memory, at);
    into.payload = -1;
    into.tag = (int) TAG.read(memory, at);
  }

  @Override
  public boolean firstDecides() {
    return true;
  }
}
