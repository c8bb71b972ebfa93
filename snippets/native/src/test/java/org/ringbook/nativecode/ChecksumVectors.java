package org.ringbook.nativecode;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.ringbook.dataplane.offload.InternetChecksum;
import org.ringbook.dataplane.offload.PseudoHeader;
import org.ringbook.nativecode.Vectors.Words;

/** Vectors of the checksum, run by the core in Java. */
final class ChecksumVectors {
  private static final int IPV4_ADDRESSES = 8;

  /** The answer, or null if the command is another's. */
  String answer(Words line) {
    return switch (line.verb()) {
      case "sum" -> hex(sum(line));
      case "checksum" -> hex(InternetChecksum.finish(sum(line)));
      case "add" -> hex(InternetChecksum.add(word(line, 1), word(line, 2)));
      case "update" -> hex(InternetChecksum.update(word(line, 1), word(line, 2), word(line, 3)));
      case "pseudo" -> hex(pseudo(line));
      default -> null;
    };
  }

  private static int sum(Words line) {
    byte[] bytes = bytes(line.words().size() > 1 ? line.at(1) : "");
    return InternetChecksum.sum(MemorySegment.ofArray(bytes), 0, bytes.length);
  }

  /** The core in Java reads addresses where they stand in a header. */
  private static int pseudo(Words line) {
    byte[] addresses = bytes(line.at(1));
    boolean isIpv4 = addresses.length == IPV4_ADDRESSES;
    byte[] header = new byte[isIpv4 ? 20 : 40];
    header[0] = (byte) (isIpv4 ? 0x45 : 0x60);
    System.arraycopy(addresses, 0, header, isIpv4 ? 12 : 8, addresses.length);
    MemorySegment frame = MemorySegment.ofArray(header);
    return PseudoHeader.sum(frame, 0, line.option("protocol", 0), line.option("length", 0));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static int word(Words line, int index) {
    return HexFormat.fromHexDigits(line.at(index));
  }

  private static String hex(int sum) {
    return HexFormat.of().toHexDigits((short) sum);
  }
}
