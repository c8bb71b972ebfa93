package org.ringbook.prove.worker;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Launches a class as {@code java} does (JLS 12.1.4): {@code main(String[])} before {@code main()},
 * static or of an instance made by the constructor without parameters.
 */
record MainMethod(Method method) {

  static MainMethod of(Class<?> type) throws NoSuchMethodException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Optional<Method> found =
          Arrays.stream(at.getDeclaredMethods())
              .filter(MainMethod::isMain)
              .max(Comparator.comparingInt(Method::getParameterCount));
      if (found.isPresent()) {
        return new MainMethod(found.get());
      }
    }
    throw new NoSuchMethodException(type.getName() + " has no main method");
  }

  private static boolean isMain(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return method.getName().equals("main")
        && !Modifier.isPrivate(method.getModifiers())
        && (parameters.length == 0 || Arrays.equals(parameters, new Class<?>[] {String[].class}));
  }

  /** Runs it without arguments, and throws what it throws. */
  void launch() throws Throwable {
    method.setAccessible(true);
    Object[] arguments =
        method.getParameterCount() == 0 ? new Object[0] : new Object[] {new String[0]};
    try {
      method.invoke(receiver(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private @Nullable Object receiver() throws Throwable {
    if (Modifier.isStatic(method.getModifiers())) {
      return null;
    }
    Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
