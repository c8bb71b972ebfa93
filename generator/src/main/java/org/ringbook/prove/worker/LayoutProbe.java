package org.ringbook.prove.worker;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Reads the constants {@code LAYOUT}, {@code FIELDS} and {@code TITLE} of a class that declares a
 * binary format, and writes them as rows of tab-separated cells.
 */
final class LayoutProbe {

  private final StringJoiner rows = new StringJoiner("\n");

  /** The rows of the class, or why there are none. */
  static Reply read(Request request) {
    try (URLClassLoader loader = ExampleRun.loader(request)) {
      Class<?> type = Class.forName(request.type(), true, loader);
      return reply(Reply.Kind.FINISHED, new LayoutProbe().rows(type), "");
    } catch (ClassNotFoundException e) {
      return reply(Reply.Kind.NO_SUCH_CLASS, "", "");
    } catch (Throwable e) {
      return reply(Reply.Kind.THREW, "", Trace.of(e));
    }
  }

  private static Reply reply(Reply.Kind kind, String rows, String detail) {
    return new Reply(kind, rows, detail, 0, false);
  }

  private String rows(Class<?> type) throws ReflectiveOperationException {
    row("title", constant(type, "TITLE", String.class));
    MemoryLayout layout = constant(type, "LAYOUT", MemoryLayout.class);
    row("bytes", layout.byteSize());
    members(layout, 0);
    for (Object field : constant(type, "FIELDS", List.class)) {
      Object writer = cell(field, "writer");
      row(
          "field",
          cell(field, "name"),
          cell(field, "bit"),
          cell(field, "width"),
          writer.toString().toLowerCase(Locale.ROOT));
    }
    return rows.toString();
  }

  private void members(MemoryLayout layout, long offset) {
    if (!(layout instanceof GroupLayout group)) {
      return;
    }
    long at = offset;
    for (MemoryLayout member : group.memberLayouts()) {
      if (member.name().isPresent()) {
        row("member", member.name().get(), at * 8, member.byteSize() * 8);
      }
      members(member, at);
      at += group instanceof StructLayout ? member.byteSize() : 0;
    }
  }

  private static <T> T constant(Class<?> type, String name, Class<T> as)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return Objects.requireNonNull(as.cast(field.get(null)), name + " is null");
  }

  private static Object cell(Object record, String component) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(component);
    accessor.setAccessible(true);
    return Objects.requireNonNull(accessor.invoke(record), component + " is null");
  }

  private void row(Object... cells) {
    StringJoiner row = new StringJoiner("\t");
    for (Object cell : cells) {
      row.add(cell.toString().replaceAll("\\s+", " "));
    }
    rows.add(row.toString());
  }
}
