package org.ringbook.render.bits;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;

/** Layouts to draw, from the 8254x and 82599 datasheets. */
final class Layouts {

  private static final List<String> COMMANDS =
      List.of("EOP", "IFCS", "IC", "RS", "RPS", "DEXT", "VLE", "IDE");

  private final List<BitField> fields = new ArrayList<>();
  private int bit;

  Layouts with(String name, int width, String writer) {
    fields.add(new BitField(name, bit, width, writer));
    bit += width;
    return this;
  }

  BitLayout named(String title) {
    return new BitLayout("org.ringbook.Sample", title, bit, fields);
  }

  /** 8254x manual, legacy transmit descriptor. */
  static BitLayout legacyTransmit() {
    Layouts layout =
        new Layouts()
            .with("addr", 64, "driver")
            .with("length", 16, "driver")
            .with("cso", 8, "driver");
    COMMANDS.forEach(command -> layout.with(command, 1, "driver"));
    List.of("DD", "EC", "LC", "TU").forEach(status -> layout.with(status, 1, "device"));
    return layout
        .with("reserved", 4, "nobody")
        .with("css", 8, "driver")
        .with("special", 16, "driver")
        .named("Legacy transmit descriptor");
  }

  /** 82599 datasheet, advanced transmit data descriptor, read format. */
  static BitLayout advancedTransmit() {
    Layouts layout =
        new Layouts()
            .with("address", 64, "driver")
            .with("dtalen", 16, "driver")
            .with("reserved", 2, "nobody")
            .with("mac", 2, "driver")
            .with("dtyp", 4, "driver");
    List.of("EOP", "IFCS", "rsv", "RS", "rsv", "DEXT", "VLE", "TSE")
        .forEach(name -> layout.with(name, 1, name.equals("rsv") ? "nobody" : "driver"));
    return layout
        .with("sta", 4, "both")
        .with("idx", 3, "driver")
        .with("cc", 1, "driver")
        .with("popts", 6, "driver")
        .with("paylen", 18, "driver")
        .named("Advanced transmit data descriptor");
  }
}
