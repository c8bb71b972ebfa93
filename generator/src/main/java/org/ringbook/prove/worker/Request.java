package org.ringbook.prove.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a worker is to do.
 *
 * @param kind run a main class, or read a layout
 * @param classes folder with the compiled classes
 * @param type fully qualified name of the class
 * @param millis it may take
 * @param maxBytes it may print
 */
public record Request(Kind kind, String classes, String type, long millis, long maxBytes) {

  /** The two things a worker can do. */
  public enum Kind {
    RUN,
    LAYOUT
  }

  /** Sends it, fields in order. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    out.writeUTF(classes);
    out.writeUTF(type);
    out.writeLong(millis);
    out.writeLong(maxBytes);
    out.flush();
  }

  /** Receives what {@link #write} sent; {@link java.io.EOFException} when the sender is gone. */
  public static Request read(DataInputStream in) throws IOException {
    Kind kind = Kind.valueOf(in.readUTF());
    return new Request(kind, in.readUTF(), in.readUTF(), in.readLong(), in.readLong());
  }
}
