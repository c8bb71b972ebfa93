package org.ringbook.prove.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What came of a request.
 *
 * @param kind how it ended
 * @param output what it printed, or the rows of a layout
 * @param detail stack trace or message, or an empty string
 * @param line of the example's own file where it ended, or 0 where that is unknown
 * @param spent whether the JVM must not run anything else
 */
public record Reply(Kind kind, String output, String detail, int line, boolean spent) {

  private static final int MAGIC = 0x52494e47;
  private static final int MOST_BYTES = 1 << 28;

  /** How a request can end; the worker never sends {@link #CRASHED}, its parent concludes it. */
  public enum Kind {
    FINISHED,
    THREW,
    HUNG,
    EXITED,
    FLOODED,
    NO_SUCH_CLASS,
    CRASHED
  }

  /** A worker that is gone without an answer. */
  public static Reply crashed(String detail) {
    return new Reply(Kind.CRASHED, "", detail, 0, true);
  }

  /** Sends it, fields in order. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(kind.name());
    writeText(out, output);
    writeText(out, detail);
    out.writeInt(line);
    out.writeBoolean(spent);
    out.flush();
  }

  /** Receives what {@link #write} sent; fails where an example wrote into the connection. */
  public static Reply read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("the example wrote to the JVM's own standard output");
    }
    Kind kind = Kind.valueOf(in.readUTF());
    return new Reply(kind, readText(in), readText(in), in.readInt(), in.readBoolean());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
