package core;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** A header of four bytes. */
public final class Header {

  /** Who writes a field. */
  public enum Writer {
    DRIVER,
    DEVICE
  }

  /** A field. */
  public record Bits(String name, int bit, int width, Writer writer) {}

  public static final String TITLE = "header";
  public static final MemoryLayout LAYOUT =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_SHORT.withName("length"), ValueLayout.JAVA_SHORT.withName("flags"));
  public static final List<Bits> FIELDS =
      List.of(new Bits("length", 0, 16, Writer.DRIVER), new Bits("flags", 16, 16, Writer.DEVICE));

  private Header() {}
}
