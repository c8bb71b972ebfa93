package org.ringbook.adapters.host;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All porting exceptions of some classes, read from their stubs, so that the list
 * can't say anything that the code doesn't do.
 */
public final class ExceptionRegister {
  private final List<Entry> entries;

  private ExceptionRegister(List<Entry> found) {
    entries = List.copyOf(found);
  }

  /**
   * One exception.
   *
   * @param terms what its author wrote
   * @param stub the method that answers
   */
  public record Entry(PortingException terms, Method stub) {

    /**
     * Calls the stub with absent arguments.
     *
     * @return what it answers: the kernel's number for {@code terms().error()}
     */
    public int answer() {
      try {
        stub.setAccessible(true);
        return ((Number) stub.invoke(null, absentArguments())).intValue();
      } catch (IllegalAccessException | InvocationTargetException broken) {
        throw new IllegalStateException(stub + " is no stub", broken);
      }
    }

    private Object[] absentArguments() {
      return Stream.of(stub.getParameterTypes()).map(Entry::absent).toArray();
    }

    private static Object absent(Class<?> type) {
      if (!type.isPrimitive()) {
        return null;
      }
      return Array.get(Array.newInstance(type, 1), 0);
    }

    @Override
    public String toString() {
      return "%s %s: %s by %s: %s Instead: %s (%s)"
          .formatted(
              terms.os(),
              terms.feature(),
              terms.error(),
              stub.getName(),
              terms.reason(),
              terms.instead(),
              terms.source());
    }
  }

  /**
   * Reads the stubs of some classes.
   *
   * @throws IllegalArgumentException if one is not static
   */
  public static ExceptionRegister of(Class<?>... classes) {
    List<Entry> found = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Method method : type.getDeclaredMethods()) {
        read(method, found);
      }
    }
    found.sort((a, b) -> a.terms().feature().compareTo(b.terms().feature()));
    return new ExceptionRegister(found);
  }

  private static void read(Method method, List<Entry> found) {
    for (var terms : method.getAnnotationsByType(PortingException.class)) {
      if (!Modifier.isStatic(method.getModifiers())) {
        throw new IllegalArgumentException(method + " is not static");
      }
      found.add(new Entry(terms, method));
    }
  }

  /** All exceptions, in the order of features. */
  public List<Entry> entries() {
    return entries;
  }

  /** The exception of a kernel for a feature. */
  public Optional<Entry> find(String os, Capability feature) {
    return entries.stream()
        .filter(entry -> entry.terms().os().equals(os))
        .filter(entry -> entry.terms().feature() == feature)
        .findFirst();
  }
}
