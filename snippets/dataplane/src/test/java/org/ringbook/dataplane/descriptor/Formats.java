package org.ringbook.dataplane.descriptor;

import java.lang.foreign.StructLayout;
import java.util.List;

/** All formats of the package, for tests that hold for each of them. */
record Formats(String name, StructLayout layout, List<Field> fields) {
  static final List<Class<?>> CLASSES =
      List.of(
          LegacyTxDescriptor.class,
          LegacyRxDescriptor.class,
          ContextDescriptor.class,
          DataDescriptor.class,
          AdvancedRxRead.class,
          AdvancedRxWriteBack.class,
          AdvancedTxData.class,
          AdvancedTxContext.class,
          AdminDescriptor.class);

  static List<Formats> all() {
    return CLASSES.stream().map(Formats::of).toList();
  }

  static Formats named(String name) {
    return all().stream().filter(f -> f.name.equals(name)).findFirst().orElseThrow();
  }

  private static Formats of(Class<?> type) {
    try {
      StructLayout layout = (StructLayout) type.getField("LAYOUT").get(null);
      List<?> fields = (List<?>) type.getField("FIELDS").get(null);
      List<Field> typed = fields.stream().map(Field.class::cast).toList();
      return new Formats(type.getSimpleName(), layout, typed);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  Field field(String wanted) {
    var named = fields.stream().filter(f -> f.name().equals(wanted));
    return named.findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
